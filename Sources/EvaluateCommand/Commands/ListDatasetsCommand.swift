import ArgumentParser
import Evaluation
import Reporting

/// `evaluate datasets list`: prints the kinds of data sets.
struct ListDatasetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "Print the data sets that can be read, and which files of them are looked for.",
      discussion: """
        Images are the published numbers of the part that scores are quoted for. They are looked for \
        under --data or SURGERYBENCH_DATA, or where a configuration's dataset.root says.
        """)
  }

  func run() throws {
    let surroundings = Surroundings.current
    let summaries = try DatasetKind.allCases.map { try DatasetSummary($0, in: surroundings) }
    let listing = DatasetListing(summaries)
    try StandardOutput.write(listing.text(styled: Terminal.standardOutput.allowsStyle))
  }
}

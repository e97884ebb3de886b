import ArgumentParser
import Evaluation
import OpenVocabulary

/// `evaluate datasets classes`: prints a class list.
struct ListClassesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "classes",
      abstract: "Print a class list, or the names of all of them.",
      discussion: """
        One line a class, in the order of the train ids: its name and, behind semicolons, its aliases. \
        What is printed is a class list itself, to be changed and stated as dataset.classes.

          evaluate datasets classes
          evaluate datasets classes cityscapes
          evaluate datasets classes voc20.maskclip > mine.txt
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "A data set, a list in Datasets/classes, or the path of a list.", valueName: "name"))
  var name: String?

  func run() throws {
    let surroundings = Surroundings.current
    guard let name else {
      let names = ResourceLocator(surroundings).names(of: .classes)
      return try StandardOutput.write(names.map { $0 + "\n" }.joined())
    }
    try StandardOutput.write(ClassList(named: name, in: surroundings).contents)
  }
}

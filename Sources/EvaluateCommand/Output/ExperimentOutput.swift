import Evaluation
import Foundation
import OpenVocabulary
import Reporting

/// A resolved experiment on standard output: every setting, its value, how sure it is, where it is from.
struct ExperimentOutput {
  private let file: ExperimentFile

  init(_ file: ExperimentFile) {
    self.file = file
  }

  /// Prints the settings, what the methods come to in this task, and the hash where every file is there.
  func print() throws {
    var table = Table(
      title: "\(file.name) (\(file.document.source.name))",
      columns: [
        Table.Column("Setting", alignment: .leading), Table.Column("Value", alignment: .leading),
        Table.Column("Status", alignment: .leading), Table.Column("From", alignment: .leading),
      ],
      notes: methodNotes)
    for row in try file.document.rows {
      table.append([
        .text(row.key.description), .text(row.value), .text(row.confidence?.rawValue ?? ""),
        .text(row.origin.description),
      ])
    }
    Swift.print(
      table.rendered(as: .terminal, styled: Terminal.standardOutput.allowsStyle), terminator: "")
    do {
      let experiment = try Experiment(opening: file)
      Swift.print("\nHash: \(try experiment.hash) (\(experiment.dataset.samples.count) images)")
    } catch {
      Swift.print("\nHash: none, because the experiment cannot run as it stands:\n\(error)")
    }
  }

  /// Where the task leaves a part of a method out.
  private var methodNotes: [String] {
    file.methods.compactMap { method in
      let effective = file.evaluationProtocol.effective(method, in: file.task)
      guard effective != method,
        let same = Method.all.first(where: {
          $0.attention == effective.attention && $0.featureSurgery == effective.featureSurgery
        })
      else { return nil }
      return "In this task \(method.name) is \(same.name)."
    }
  }
}

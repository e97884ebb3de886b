import Evaluation
import Foundation
import Reporting

extension RunReport {
  /// Every choice that the number depends on, how sure it is, and why it was made.
  var protocolSection: [HTMLNode] {
    runs.enumerated().flatMap { index, run in
      let choices = run.result.protocolChoices
      let preset = run.result.experiment["description", "protocol", "preset"]?.text ?? "unknown"
      var table = Table(
        title: "\(place(of: index))Protocol \(preset)",
        columns: ["Choice", "Value", "Status", "Why"].map { Table.Column($0, alignment: .leading) },
        notes: [
          """
          Status: stated by the authors or their code; inferred from other evidence; unknown to \
          anybody outside; own choice for our own data. Choices that only other tasks read are not \
          listed.
          """
        ])
      for choice in choices {
        table.append([
          .text(choice.key), .text(choice.value), .text(choice.confidence?.words ?? ""),
          .text(choice.note ?? ""),
        ])
      }
      return [table.html]
    }
  }

  /// What was computed and by what.
  var execution: [HTMLNode] {
    runs.enumerated().map { index, run in
      let (result, execution) = (run.result, run.result.execution)
      var table = Table(
        title: "\(place(of: index))\(run.url.lastPathComponent)",
        columns: ["What", "Value"].map { Table.Column($0, alignment: .leading) })
      func add(_ what: String, _ value: String?) {
        if let value { table.append([.text(what), .text(value)]) }
      }
      add("experiment", result.hash)
      add("data set", result.experiment["content", "dataset", "kind"]?.text)
      add("split", result.experiment["content", "dataset", "split"]?.text)
      add("images", "\(run.ids.count)")
      add("checkpoint", result.experiment["content", "model", "checkpoint"]?.text)
      for file in execution.files.sorted(by: { $0.key < $1.key }) {
        add("\(file.key), path", file.value)
      }
      add("date", execution.date.formatted(.iso8601))
      add("program", "evaluate \(execution.version)")
      add("arguments", execution.arguments.joined(separator: " "))
      add("processor", execution.processor)
      add("kernels", execution.matrixKernels)
      for part in execution.seconds.sorted(by: { $0.key < $1.key }) {
        add("\(part.key), seconds", NumberFormat(fractionDigits: 1).string(from: part.value))
      }
      return table.html
    }
  }

  private func place(of index: Int) -> String {
    runs.count == 1 ? "" : index == 0 ? "first: " : "second: "
  }
}

extension Confidence {
  /// The tag as people read it.
  fileprivate var words: String { self == .own ? "own choice" : rawValue }
}

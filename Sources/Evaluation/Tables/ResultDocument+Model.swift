import Foundation

extension ResultDocument {
  /// What tables call the model: the published name of its weights, else the name of their file; a dash
  /// where predictions were scored that some other program made.
  public var modelName: String {
    guard let digits = experiment["content", "model", "checkpoint"]?.text else { return "–" }
    if let known = KnownCheckpoint.all.first(where: { $0.hash.description == digits }) {
      return known.name
    }
    let file = execution.files["checkpoint"].map { URL(fileURLWithPath: $0).lastPathComponent }
    return file ?? String(digits.prefix(12))
  }
}

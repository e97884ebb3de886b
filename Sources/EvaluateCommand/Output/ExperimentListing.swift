import CLIP
import Datasets
import DemoWorld
import Evaluation
import OpenVocabulary
import Reporting

/// The listing of an experiment for the person at the terminal.
struct ExperimentListing {
  /// Whether the listing says why the protocol chose what it did.
  let explains: Bool

  private let renderer = TerminalTableRenderer(isStyled: Terminal.standardOutput.allowsStyle)

  /// Creates a listing.
  init(explains: Bool) {
    self.explains = explains
  }

  /// Every setting with its value and where that came from.
  func settings(of file: ExperimentFile) throws -> String {
    let rows = try file.rows
    var table = Table(
      title: "Experiment \(file.name)",
      columns: ["Setting", "Value", "Status", "From"].map {
        Table.Column($0, alignment: .leading)
      })
    for row in rows {
      table.append([
        .text(row.key.description), .text(row.value), .text(row.confidence?.rawValue ?? ""),
        .text(row.origin.description),
      ])
    }
    var text = renderer.render(table)
    let substitutions = file.methods.compactMap { substitution(for: $0, in: file) }
    if !substitutions.isEmpty { text += "\n" + substitutions.joined() }
    if explains {
      let notes = rows.compactMap { row in row.note.map { "\(row.key): \($0)\n" } }
      if !notes.isEmpty { text += "\n" + notes.joined() }
    }
    return text
  }

  /// What the experiment's files contain, and its hash.
  func contents(of experiment: Experiment) throws -> String {
    let data = experiment.data
    var table = Table(
      title: "Contents",
      columns: ["What", "Value"].map { Table.Column($0, alignment: .leading) })
    func add(_ what: String, _ value: String) { table.append([.text(what), .text(value)]) }
    add("images", "\(data.imageCount)")
    if let demo = experiment.demo { add("DEMO", "\(demo.summary), drawn") }
    add("classes", "\(data.classList.count): \(data.classList.names.joined(separator: ", "))")
    add("class list", data.classList.name)
    add("templates", "\(experiment.templates.count), \(experiment.templates.name)")
    if let model = experiment.model {
      add("checkpoint", "sha256 \(model.checkpointHash)")
      add("vocabulary", "sha256 \(model.vocabularyHash), \(model.vocabulary.source)")
      if let vision = model.activations.vision { add("vision activation", "\(vision)") }
      add("text activation", "\(model.activations.text)")
      add("vision heads", "\(model.visionHeads)")
      add("text heads", "\(model.textHeads)")
      add("pixels", "\(model.pixelStatistics)")
    }
    add("hash", try experiment.hash.description)
    return renderer.render(table)
  }

  /// Says where a task runs something else than the method that was asked for.
  private func substitution(for method: Method, in file: ExperimentFile) -> String? {
    let effective = file.evaluationProtocol.effective(method, in: file.task)
    guard effective != method else { return nil }
    let known = Method.all.first {
      $0.attention == effective.attention && $0.featureSurgery == effective.featureSurgery
    }
    let name = known.map { "\($0.name)" } ?? "\(method.name) without feature surgery"
    let reason =
      file.task == .recognition
      ? "reads the class token of the original path" : "leaves feature surgery out"
    return "\(method.name) is \(name) here: \(file.task.rawValue) \(reason).\n"
  }
}

import CLIP
import Checkpoints
import Evaluation
import Reporting

/// The listing of what a checkpoint is.
struct CheckpointListing {
  private let report: CheckpointReport
  private let surroundings: Surroundings

  /// Creates a listing.
  init(_ report: CheckpointReport, in surroundings: Surroundings) {
    self.report = report
    self.surroundings = surroundings
  }

  /// The listing for the terminal.
  func text(styled isStyled: Bool) -> String {
    var table = Table(
      title: "Checkpoint \(surroundings.displayName(of: report.files.checkpoint))",
      columns: ["What", "Value"].map { Table.Column($0, alignment: .leading) })
    for (what, value) in rows { table.append([.text(what), .text(value)]) }
    return table.rendered(as: .terminal, styled: isStyled)
  }

  private var rows: [(String, String)] {
    let inspection = report.inspection
    let architecture = inspection.architecture
    var rows = [
      ("format", "\(report.format), \(report.files.byteCount) bytes"),
      ("names", inspection.namingScheme?.rawValue ?? "unknown"),
      ("architecture", architecture.name ?? "without a name"),
    ]
    rows += [
      ("vision", vision(architecture.vision)), ("text", text(architecture.text)),
      ("shared features", "\(architecture.embeddingWidth)"),
      ("parameters", "\(inspection.parameterCount): \(dataTypes)"),
    ]
    switch inspection.activations {
    case .success(let choices):
      if let vision = choices.vision { rows.append(("vision activation", "\(vision)")) }
      rows.append(("text activation", "\(choices.text)"))
    case .failure(let error):
      rows.append(("activation", "cannot be told: \(error)"))
    }
    rows += [
      ("vision heads", "\(inspection.visionHeads)"), ("text heads", "\(inspection.textHeads)"),
      ("pixels", "\(inspection.pixelStatistics)"),
      (report.files.files.count == 1 ? "SHA-256" : "SHA-256 of the files'", "\(report.files.hash)"),
      ("published as", report.known.map { "\($0.name) (\($0.fileName))" } ?? "not known"),
    ]
    return rows
  }

  /// How many of the weights are stored in which format.
  private var dataTypes: String {
    let counts = report.inspection.parameterCountByDataType
    return counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { counts.count == 1 ? "all \($0.key.rawValue)" : "\($0.value) \($0.key.rawValue)" }
      .joined(separator: ", ")
  }

  private func vision(_ vision: CLIPArchitecture.Vision) -> String {
    let side = vision.imageSide
    let images = "images of \(side)×\(side)"
    switch vision {
    case .transformer(let tower):
      return """
        vision transformer, width \(tower.transformer.width), \(tower.transformer.blockCount) blocks, \
        MLP \(tower.transformer.hiddenWidth), patches of \(tower.patchSize), \(images)
        """
    case .resNet(let network):
      let blocks = network.blockCounts.map(String.init).joined(separator: ", ")
      return """
        ModifiedResNet, width \(network.width), \(blocks) blocks, pool \(network.poolWidth), \(images)
        """
    }
  }

  private func text(_ text: CLIPArchitecture.Text) -> String {
    """
    transformer, width \(text.transformer.width), \(text.transformer.blockCount) blocks, \
    MLP \(text.transformer.hiddenWidth), \(text.contextLength) positions, \
    \(text.vocabularySize) tokens
    """
  }
}

public import Checkpoints
import Foundation

extension CLIPArchitecture {
  /// Tells a checkpoint's architecture from its tensors' shapes and checks every tensor against it.
  ///
  /// - Parameters:
  ///   - source: The checkpoint, by OpenAI's names.
  ///   - heads: The numbers of attention heads where nothing else tells them.
  /// - Throws: ``CLIPError``: names of another scheme, another kind of image encoder, heads that do
  ///   not fit, or all tensors that are missing, superfluous or misshaped, in one error.
  public init(of source: any TensorSource, heads: HeadCounts = HeadCounts()) throws(CLIPError) {
    let extents = try CheckpointExtents(of: source)
    let choices = try extents.headChoices(
      stated: heads, ModelConfiguration(beside: source), in: source.file)
    self = try extents.checkedArchitecture(
      visionHeads: choices.vision.count, textHeads: choices.text.count, of: source)
  }
}

extension CheckpointExtents {
  /// Reads the extents of a checkpoint by OpenAI's names.
  ///
  /// - Throws: ``CLIPError``: names of another scheme, another kind of image encoder, or the tensors
  ///   that should tell the extents and do not.
  init(of source: any TensorSource) throws(CLIPError) {
    let shapes = source.descriptions.mapValues(\.shape)
    if shapes.keys.contains(where: { $0.hasPrefix("visual.trunk.") }) {
      throw .unsupportedVisionTower(file: source.file, got: "a network of timm")
    }
    guard shapes.keys.contains(where: { $0.hasPrefix("visual.") || $0.hasPrefix("transformer.") })
    else {
      throw .unknownNames(file: source.file, got: Array(shapes.keys.sorted().prefix(3)))
    }
    var reader = ExtentReader(shapes: shapes)
    self.init(from: &reader)
    guard reader.differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: reader.differences)
    }
  }

  /// The numbers of heads of both towers.
  ///
  /// - Throws: ``CLIPError``: nothing tells them, or the configuration belongs to another checkpoint.
  func headChoices(
    stated: HeadCounts, _ configuration: ModelConfiguration?, in file: URL
  ) throws(CLIPError) -> (vision: HeadChoice, text: HeadChoice) {
    try configuration?.check(against: self)
    return (
      try HeadChoice(
        of: .vision(self), stated: stated.vision,
        configured: configuration.map { ($0.file, $0.vision.headCount) }, in: file),
      try HeadChoice(
        of: .text(self), stated: stated.text,
        configured: configuration.map { ($0.file, $0.text.headCount) }, in: file)
    )
  }

  /// The architecture, with every tensor of the checkpoint held against it.
  ///
  /// - Throws: ``CLIPError/tensorsDisagree(file:differences:)``.
  func checkedArchitecture(
    visionHeads: Int, textHeads: Int, of source: any TensorSource
  ) throws(CLIPError) -> CLIPArchitecture {
    let architecture = architecture(visionHeads: visionHeads, textHeads: textHeads)
    let differences = architecture.differences(
      from: source.descriptions.mapValues(\.shape))
    guard differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: differences)
    }
    return architecture
  }
}

extension CLIPArchitecture {
  /// Everything in which a checkpoint's tensors differ from this architecture's, by name.
  fileprivate func differences(from shapes: [String: [Int]]) -> [TensorDifference] {
    let expectedShapes = tensorShapes
    var unexpected = shapes.filter { !isRedundant($0.key, among: expectedShapes) }
    var differences: [TensorDifference] = []
    for (name, expected) in expectedShapes {
      switch unexpected.removeValue(forKey: name) {
      case nil: differences.append(.missing(name, expected: "\(expected)"))
      case expected: break
      case .some(let got):
        differences.append(.misshaped(name, got: got, expected: "\(expected)"))
      }
    }
    differences += unexpected.map { .unexpected($0.key, got: $0.value) }
    return differences.sorted { $0.name < $1.name }
  }
}

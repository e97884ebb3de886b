public import Checkpoints
import Foundation

extension CLIPArchitecture {
  /// Tells a checkpoint's architecture from its tensors' shapes and checks every tensor against it.
  ///
  /// - Parameters:
  ///   - source: The checkpoint, by OpenAI's names.
  ///   - heads: The numbers of attention heads where OpenAI's rule does not hold.
  /// - Throws: ``CLIPError``: names of another scheme, another kind of image encoder, heads that do
  ///   not fit, or all tensors that are missing, superfluous or misshaped, in one error.
  public init(of source: any TensorSource, heads: HeadCounts = HeadCounts()) throws(CLIPError) {
    let shapes = source.descriptions.mapValues(\.shape)
    try Self.checkScheme(of: shapes, in: source.file)
    var reader = ExtentReader(shapes: shapes)
    let extents = CheckpointExtents(from: &reader)
    guard reader.differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: reader.differences)
    }
    self = extents.architecture(
      visionHeads: try Self.headCount(
        heads.vision, tower: "vision", width: extents.visionAttentionWidth, in: source.file),
      textHeads: try Self.headCount(
        heads.text, tower: "text", width: extents.text.width, in: source.file))
    let differences = differences(from: shapes)
    guard differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: differences)
    }
  }

  /// The width of an attention head in every model that OpenAI released.
  private static var openAIHeadWidth: Int { 64 }

  private static func headCount(
    _ heads: Int?, tower: String, width: Int, in file: URL
  ) throws(CLIPError) -> Int {
    guard heads != nil || width.isMultiple(of: openAIHeadWidth), heads ?? 1 > 0,
      width.isMultiple(of: heads ?? 1)
    else { throw .headsDoNotFit(file: file, tower: tower, got: heads, width: width) }
    return heads ?? width / openAIHeadWidth
  }

  /// Everything in which a checkpoint's tensors differ from this architecture's, by name.
  private func differences(from shapes: [String: [Int]]) -> [TensorDifference] {
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

  private static func checkScheme(
    of shapes: [String: [Int]], in file: URL
  ) throws(CLIPError) {
    if shapes.keys.contains(where: { $0.hasPrefix("visual.trunk.") }) {
      throw .unsupportedVisionTower(file: file, got: "a network of timm")
    }
    guard shapes.keys.contains(where: { $0.hasPrefix("visual.") || $0.hasPrefix("transformer.") })
    else {
      throw .unknownNames(file: file, got: Array(shapes.keys.sorted().prefix(3)))
    }
  }
}

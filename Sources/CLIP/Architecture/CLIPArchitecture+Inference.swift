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
    let patches = reader.extents(of: "visual.conv1.weight", ["width", "3", "patch", "patch"])
    let imagePositions = reader.extents(of: "visual.positional_embedding", ["1 + side²", "width"])
    let projection = reader.extents(of: "visual.proj", ["width", "embedding"])
    let tokens = reader.extents(of: "token_embedding.weight", ["vocabulary", "width"])
    let textPositions = reader.extents(of: "positional_embedding", ["context", "width"])
    guard reader.differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: reader.differences)
    }

    let patchCount = max(1, imagePositions[0] - 1)
    vision = Vision(
      transformer: try reader.transformer(
        "visual.transformer", tower: "vision", width: patches[0], heads: heads.vision,
        in: source.file),
      patchSize: patches[2], gridSide: Int(Double(patchCount).squareRoot().rounded()))
    text = Text(
      transformer: try reader.transformer(
        "transformer", tower: "text", width: tokens[1], heads: heads.text, in: source.file),
      contextLength: textPositions[0], vocabularySize: tokens[0])
    embeddingWidth = projection[1]

    let differences = differences(from: shapes)
    guard differences.isEmpty else {
      throw .tensorsDisagree(file: source.file, differences: differences)
    }
  }

  /// Everything in which a checkpoint's tensors differ from this architecture's, by name.
  private func differences(from shapes: [String: [Int]]) -> [TensorDifference] {
    var unexpected = shapes.filter { !Self.redundantTensorNames.contains($0.key) }
    var differences: [TensorDifference] = []
    for (name, expected) in tensorShapes {
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
    if shapes.keys.contains(where: { $0.hasPrefix("visual.layer1.") }) {
      throw .unsupportedVisionTower(file: file, got: "a ModifiedResNet")
    }
    guard shapes.keys.contains(where: { $0.hasPrefix("visual.") || $0.hasPrefix("transformer.") })
    else {
      throw .unknownNames(file: file, got: Array(shapes.keys.sorted().prefix(3)))
    }
  }
}

/// Reads extents from the few tensors that tell an architecture, and notes those that cannot.
private struct ExtentReader {
  let shapes: [String: [Int]]
  private(set) var differences: [TensorDifference] = []

  init(shapes: [String: [Int]]) {
    self.shapes = shapes
  }

  /// The extents of a tensor with as many axes as given, or ones where there is no such tensor.
  mutating func extents(of name: String, _ axes: [String]) -> [Int] {
    let expected = "[\(axes.joined(separator: ", "))]"
    guard let shape = shapes[name] else {
      differences.append(.missing(name, expected: expected))
      return axes.map { _ in 1 }
    }
    guard shape.count == axes.count, !shape.contains(0) else {
      differences.append(.misshaped(name, got: shape, expected: expected))
      return axes.map { _ in 1 }
    }
    return shape
  }

  /// The extents of the transformer whose tensors' names start with `prefix`.
  func transformer(
    _ prefix: String, tower: String, width: Int, heads: Int?, in file: URL
  ) throws(CLIPError) -> TransformerArchitecture {
    let blocks = Set(
      shapes.keys.lazy.filter { $0.hasPrefix("\(prefix).resblocks.") }
        .map { $0.dropFirst(prefix.count + ".resblocks.".count).prefix { $0 != "." } })
    let hiddenWidth = shapes["\(prefix).resblocks.0.mlp.c_fc.weight"]?.first ?? 0
    guard heads != nil || width.isMultiple(of: openAIHeadWidth),
      heads ?? 1 > 0, width.isMultiple(of: heads ?? 1)
    else { throw .headsDoNotFit(file: file, tower: tower, got: heads, width: width) }
    return TransformerArchitecture(
      width: width, blockCount: max(1, blocks.count), headCount: heads ?? width / openAIHeadWidth,
      hiddenWidth: hiddenWidth > 0 ? hiddenWidth : 4 * width)
  }

  /// The width of an attention head in every transformer that OpenAI released.
  private var openAIHeadWidth: Int { 64 }
}

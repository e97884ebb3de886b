import CLIP
import OpenVocabulary

extension SettingType where Value == MethodStatement {
  /// The name of a known method, or an object that puts one together.
  static var method: SettingType {
    let known = Method.all.map(\.name)
    let expected = """
      a method (\(known.joined(separator: ", "))) or an object of \(MethodSettings.schema.names)
      """
    let composed = SettingType.record(MethodSettings.schema, expected: expected) {
      reader throws(ConfigurationError) in
      try MethodStatement(reader)
    } describe: { statement, _ in
      // The variant matters to the name only where it is stated.
      SettingText(
        statement.methods(preferring: .released).map(\.name).joined(separator: ", "))
    }
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      switch value.content {
      case .object: return try composed.read(value, context)
      case .text(let name):
        guard let method = Method.all.first(where: { $0.name == name }) else {
          throw context.unknownName(value, known: known)
        }
        return MethodStatement(naming: method)
      default: throw context.invalid(value, expected: expected)
      }
    } describe: { statement, surroundings in
      composed.describe(statement, surroundings)
    }
  }
}

extension MethodStatement {
  /// Reads a method that is put together.
  fileprivate init(_ reader: SettingReader) throws(ConfigurationError) {
    name = try reader.optional(MethodSettings.name)?.value
    featureSurgery = try reader.optional(MethodSettings.featureSurgery)?.value ?? Surgery.none
    attentions = try Self.attentions(
      attention: reader.required(MethodSettings.attention).value,
      reader.group(MethodSettings.surgery))
  }

  /// The attentions that are stated, one for each first block.
  private static func attentions(
    attention: Attention, _ surgery: SettingReader
  ) throws(ConfigurationError) -> [AttentionVariant] {
    let firstBlocks = try surgery.optional(MethodSettings.firstBlock)
    let lastBlocks = try surgery.optional(MethodSettings.lastBlocks)
    let paths = try surgery.optional(MethodSettings.paths)
    let feedForward = try surgery.optional(MethodSettings.feedForward)
    let resNet = try surgery.optional(MethodSettings.resNet)
    func contradiction(
      _ origin: SettingOrigin, _ name: String, _ problem: String
    ) -> ConfigurationError {
      .contradiction(
        origin: origin, key: SettingPath(["method", MethodSettings.surgery.name, name]),
        problem: problem)
    }
    let stated = [
      (MethodSettings.firstBlock.name, firstBlocks?.origin),
      (MethodSettings.lastBlocks.name, lastBlocks?.origin),
      (MethodSettings.paths.name, paths?.origin),
      (MethodSettings.feedForward.name, feedForward?.origin),
      (MethodSettings.resNet.name, resNet?.origin),
    ].compactMap { name, origin in origin.map { (name: name, origin: $0) } }
    guard attention == .surgery else {
      if let first = stated.first {
        throw contradiction(
          first.origin, first.name, "has no meaning where `attention` is original")
      }
      return [.original]
    }
    if let lastBlocks, firstBlocks != nil {
      throw contradiction(
        lastBlocks.origin, MethodSettings.lastBlocks.name,
        "says where surgery begins, and so does `firstBlock`; state one of them")
    }
    guard stated.contains(where: { $0.name != MethodSettings.resNet.name }) else {
      return [.surgery(resNet: resNet?.value)]
    }
    let extents =
      firstBlocks.map { $0.value.map(BlockSurgery.Extent.from) }
      ?? [lastBlocks.map { .last($0.value) } ?? BlockSurgery.standard.extent]
    return extents.map { extent in
      .surgery(
        blocks: BlockSurgery(
          extent, paths: paths?.value ?? .dual, feedForward: feedForward?.value),
        resNet: resNet?.value)
    }
  }
}

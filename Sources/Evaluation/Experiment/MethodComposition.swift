import CLIP
import OpenVocabulary

/// The parts of a method that is put together, which give it its name.
struct MethodComposition {
  let attention: AttentionVariant
  let featureSurgery: FeatureSurgery.Variant?

  /// The variant of feature surgery that needs no mention.
  let preferredFeatureSurgery: FeatureSurgery.Variant

  /// The name of the known method with the same parts, and what is different from it.
  var name: String {
    var parts = [knownName] + differences
    if let featureSurgery, featureSurgery != preferredFeatureSurgery {
      parts.append("featureSurgery=\(featureSurgery.rawValue)")
    }
    return parts.joined(separator: ",")
  }

  /// A name of one's own, with the first block where the name stands for several methods.
  func name(within name: String, of count: Int) -> String {
    count == 1 ? name : ([name] + differences.prefix(1)).joined(separator: ",")
  }

  private var blocks: BlockSurgery? {
    if case .surgery(let blocks, _) = attention { blocks ?? .standard } else { nil }
  }

  private var knownName: String {
    switch known {
    case .clip where featureSurgery != nil: Method.featureSurgery.name
    case .architectureSurgery where featureSurgery != nil: Method.clipSurgery.name
    default: known.name + (isAblation && featureSurgery != nil ? "+feature-surgery" : "")
    }
  }

  /// Whether the attention is a step between CLIP and architecture surgery.
  private var isAblation: Bool { known != .clip && known != .architectureSurgery }

  /// The known method without feature surgery whose attention is nearest.
  private var known: Method {
    guard let blocks else { return .clip }
    switch blocks.paths {
    case .dual: return blocks.feedForward ? .dualPathWithFeedForward : .architectureSurgery
    case .single:
      return Method.valueLastBlock.attention == .surgery(blocks: blocks)
        ? .valueLastBlock : .valueSinglePath
    }
  }

  /// What the attention has that the known method of ``knownName`` has not; the first blocks first.
  private var differences: [String] {
    guard let blocks else { return [] }
    var differences: [String] = []
    switch blocks.extent {
    case .from(let block): differences.append("firstBlock=\(block)")
    case .last(let count):
      if blocks.extent != BlockSurgery.standard.extent && known != .valueLastBlock {
        differences.append("lastBlocks=\(count)")
      }
    }
    if blocks.paths == .single && !blocks.feedForward { differences.append("feedForward=false") }
    if case .surgery(_, let resNet?) = attention {
      differences.append("resNet=\(resNet.rawValue)")
    }
    return differences
  }
}

import Tensors

/// An image's tokens on their way through the blocks: the original path, and beside it the new path
/// of each surgical variant.
///
/// The new paths read the original one and never each other or themselves, so any number of variants
/// shares its queries, keys and values.
struct TokenPaths {
  /// The patch tokens of one variant.
  private struct Variant {
    /// The block where the variant leaves the original path, counted from 1; `nil` if it never does.
    let firstBlock: Int?

    /// x̂ from that block on, or x behind the last block, `[N − 1, D]`.
    var patches: Tensor
  }

  /// x: all tokens `[N, D]`, behind the last block the class token alone.
  private var original: Tensor

  private var variants: [Variant]

  /// Takes the tokens `[N, D]` that enter the first block, and for each variant the block where it
  /// leaves the original path.
  init(from tokens: Tensor, branchingAt firstBlocks: [Int?]) {
    original = tokens
    variants = firstBlocks.map { Variant(firstBlock: $0, patches: Tensor(zeros: [0, 0])) }
  }

  /// For each variant the class token and the patch tokens, `[N, D]`, behind the last block.
  var ends: [Tensor] {
    variants.map { .stacked([original, $0.patches]) }
  }

  /// Takes all paths through a block, counted from 1.
  mutating func advance(
    through block: ResidualBlock, number: Int, isLast: Bool, using multiplier: some MatrixMultiplier
  ) {
    let qkv = block.queryKeyValue(of: original, using: multiplier)
    let patches = 1..<qkv.tokenCount
    for index in variants.indices where variants[index].firstBlock == number {
      variants[index].patches = original.rows(patches)
    }
    let surgical = variants.indices.filter { (variants[$0].firstBlock ?? .max) <= number }
    if !surgical.isEmpty {
      let attended = qkv.valueValue.attended(
        over: [qkv.span(asking: patches)], using: multiplier)
      for index in surgical {
        block.attention.output.apply(
          to: attended, into: &variants[index].patches, using: multiplier, accumulating: true)
      }
    }
    guard isLast else {
      block.advance(
        &original, in: qkv, over: [qkv.span(asking: 0..<qkv.tokenCount)], using: multiplier)
      return
    }
    for index in variants.indices where variants[index].firstBlock == nil {
      variants[index].patches = original.rows(patches)
      block.advance(
        &variants[index].patches, in: qkv, over: [qkv.span(asking: patches)], using: multiplier)
    }
    original = original.rows(0..<1)
    block.advance(&original, in: qkv, over: [qkv.span(asking: 0..<1)], using: multiplier)
  }
}

import Tensors

/// An image's tokens on their way through the blocks: the original path, and beside it the path of each
/// surgery.
///
/// A new path of two reads the original one and never another or itself, so any number of them shares
/// its queries, keys and values, and what these attend to. A single path shares the original one up to
/// its first surgical block and goes alone from there. Every product has the same shape whatever else is
/// asked for, so that a token's bits do not depend on that.
struct TokenPaths {
  /// The way of what was asked for.
  private struct Path {
    /// `nil` for the original network.
    let surgery: Surgery?

    /// The patch tokens `[N − 1, D]` that do not follow the original path.
    ///
    /// That is x̂ from the first surgical block on, or x behind the last block. A single path's x
    /// `[N, D]` has its class token too.
    var tokens = Tensor(zeros: [0, 0])

    /// Whether the path goes alone, with a class token of its own.
    var isSingle: Bool { surgery?.paths == .single }

    /// Whether the path is surgical in a block, counted from 1.
    func isSurgical(in number: Int) -> Bool { (surgery?.firstBlock ?? .max) <= number }
  }

  /// x: all tokens `[N, D]`, behind the last block the class token alone.
  private var original: Tensor

  private var paths: [Path]

  private let blockCount: Int

  /// The last block that reads the original path.
  private let lastReader: Int

  /// Takes the tokens `[N, D]` that enter the first block.
  ///
  /// - Parameters:
  ///   - tokens: The tokens.
  ///   - surgeries: What to compute, no two alike; `nil` stands for the original network.
  ///   - blockCount: The number of blocks to come.
  init(from tokens: Tensor, under surgeries: [Surgery?], blockCount: Int) {
    original = tokens
    self.blockCount = blockCount
    paths = surgeries.map { Path(surgery: $0) }
    lastReader =
      paths.lazy.map { $0.isSingle ? $0.surgery?.firstBlock ?? blockCount : blockCount }.max() ?? 0
  }

  /// For each surgery that was asked for the class token and the patch tokens, `[N, D]`, behind the
  /// last block.
  var ends: [Tensor] {
    paths.map { $0.isSingle ? $0.tokens : .stacked([original, $0.tokens]) }
  }

  /// Takes all paths through a block, counted from 1.
  mutating func advance(
    through block: ResidualBlock, number: Int, using multiplier: some MatrixMultiplier
  ) {
    guard number <= lastReader else {
      return advanceSinglePaths(through: block, number: number, beside: nil, using: multiplier)
    }
    let qkv = block.queryKeyValue(of: original, using: multiplier)
    for index in paths.indices where paths[index].surgery?.firstBlock == number {
      paths[index].tokens =
        paths[index].isSingle ? original : original.rows(1..<original.shape[0])
    }
    advanceNewPaths(through: block, number: number, in: qkv, using: multiplier)
    advanceSinglePaths(through: block, number: number, beside: qkv, using: multiplier)
    advanceOriginal(through: block, number: number, in: qkv, using: multiplier)
  }

  /// Adds to every new path what the original path's patches attend to by their values.
  private mutating func advanceNewPaths(
    through block: ResidualBlock, number: Int, in qkv: QueryKeyValue,
    using multiplier: some MatrixMultiplier
  ) {
    let indices = paths.indices.filter {
      !paths[$0].isSingle && paths[$0].isSurgical(in: number)
    }
    guard !indices.isEmpty else { return }
    let attended = qkv.valueValue.attended(
      over: [qkv.span(asking: 1..<qkv.tokenCount)], using: multiplier)
    let addition = block.attention.output(attended, using: multiplier)
    for index in indices {
      paths[index].tokens.add(addition)
      if paths[index].surgery?.feedForward == true {
        block.addFeedForward(to: &paths[index].tokens, using: multiplier)
      }
    }
  }

  /// Takes every single path through a block; where it begins, it has the original path's queries, keys
  /// and values.
  private mutating func advanceSinglePaths(
    through block: ResidualBlock, number: Int, beside original: QueryKeyValue?,
    using multiplier: some MatrixMultiplier
  ) {
    for index in paths.indices where paths[index].isSingle && paths[index].isSurgical(in: number) {
      let begins = paths[index].surgery?.firstBlock == number
      let qkv =
        (begins ? original : nil)
        ?? block.queryKeyValue(of: paths[index].tokens, using: multiplier)
      block.addAttention(
        to: &paths[index].tokens, in: qkv.valueValue,
        over: [qkv.span(asking: 0..<qkv.tokenCount)], using: multiplier)
      if paths[index].surgery?.feedForward == true {
        block.addFeedForward(to: &paths[index].tokens, using: multiplier)
      }
    }
  }

  /// Takes the original path through a block that reads it, if anything reads the result: through the
  /// last block the class token, and the patches only where the original network is asked for.
  private mutating func advanceOriginal(
    through block: ResidualBlock, number: Int, in qkv: QueryKeyValue,
    using multiplier: some MatrixMultiplier
  ) {
    guard number == blockCount else {
      guard number < lastReader else { return }
      return block.advance(
        &original, in: qkv, over: [qkv.span(asking: 0..<qkv.tokenCount)], using: multiplier)
    }
    let patches = 1..<qkv.tokenCount
    for index in paths.indices where paths[index].surgery == nil {
      paths[index].tokens = original.rows(patches)
      block.advance(
        &paths[index].tokens, in: qkv, over: [qkv.span(asking: patches)], using: multiplier)
    }
    guard paths.contains(where: { !$0.isSingle }) else { return }
    original = original.rows(0..<1)
    block.advance(&original, in: qkv, over: [qkv.span(asking: 0..<1)], using: multiplier)
  }
}

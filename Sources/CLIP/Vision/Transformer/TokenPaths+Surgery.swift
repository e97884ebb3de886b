extension TokenPaths {
  /// A surgery whose first block is known.
  struct Surgery: Hashable {
    /// The block where the path leaves the original one, counted from 1.
    let firstBlock: Int

    let paths: BlockSurgery.Paths
    let feedForward: Bool

    /// Places a surgery in a tower.
    init(_ surgery: BlockSurgery, inBlocks blockCount: Int) throws(CLIPError) {
      firstBlock = try surgery.firstBlock(ofBlocks: blockCount)
      paths = surgery.paths
      feedForward = surgery.feedForward
    }
  }
}

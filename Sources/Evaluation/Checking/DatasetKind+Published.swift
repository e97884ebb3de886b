extension DatasetKind {
  /// The numbers of images that were published for the part that scores are quoted on.
  ///
  /// PASCAL Context has 5,105 images by its paper and 5,104 by the Detail annotations. By name and
  /// not by case, so that a kind without a published number needs no entry.
  private static let publishedImageCounts: [String: [Int]] = [
    "voc20": [1_449], "voc21": [1_449],
    "context59": [5_104, 5_105], "context60": [5_104, 5_105],
    "coco-stuff171": [5_000], "coco-object81": [5_000],
    "cityscapes": [500],
    "ade20k150": [2_000],
    "voc2007": [4_952], "voc2012": [5_823],
    "nus-wide81": [107_859],
  ]

  /// The short names of parts that are also known by that of their folder.
  private static let shortNames = ["val2017": "val", "validation": "val"]

  /// The numbers of images that were published for the part that is read where none is
  /// stated, one of which is expected.
  public var publishedImageCounts: [Int] {
    Self.publishedImageCounts[rawValue] ?? []
  }

  /// The numbers of images that were published for a part; empty where none is known.
  func publishedImageCounts(of split: String?) -> [Int] {
    split.map { Self.shortNames[$0] ?? $0 } == standardSplit ? publishedImageCounts : []
  }
}

import Datasets

extension DatasetKind {
  /// The numbers of images that were published for the part that is read where none is stated, one of
  /// which is expected.
  public var publishedImageCounts: [Int] {
    publishedImageCounts(of: standardSplit)
  }

  /// The numbers of images that were published for a part; empty where none is known.
  func publishedImageCounts(of split: String?) -> [Int] {
    guard let split else { return [] }
    switch (self, split) {
    case (.voc2007, "test"): return [4_952]
    case (.voc2012, "val"): return [5_823]
    case (.coco2014, "val"): return [40_504]
    case (.coco2014, "train"): return [82_783]
    case (.coco2017, "val"): return [5_000]
    case (.coco2017, "train"): return [118_287]
    case (.nusWide81, "test"): return [107_859]
    case (.nusWide81, "train"): return [161_789]
    default: return benchmark?.imageCounts[split] ?? []
    }
  }
}

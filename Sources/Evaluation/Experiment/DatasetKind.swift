public import Datasets

/// A layout of files together with its labels and classes.
public enum DatasetKind: String, Sendable, Codable, CaseIterable {
  /// PASCAL VOC 2012, the 20 object classes.
  case voc20
  /// PASCAL VOC 2012, the 20 object classes and the background as a class.
  case voc21
  /// PASCAL Context, 59 classes.
  case context59
  /// PASCAL Context, 59 classes and the background as a class.
  case context60
  /// COCO-Stuff 164k, 171 classes.
  case cocoStuff171 = "coco-stuff171"
  /// COCO-Stuff 10k, 171 classes.
  case cocoStuff10k = "coco-stuff10k"
  /// COCO-Object, 80 things and everything else as background.
  case cocoObject81 = "coco-object81"
  /// ADE20K, 150 classes.
  case ade20k150
  /// Cityscapes, 19 classes.
  case cityscapes
  /// ImageNet-S, 50 classes.
  case imageNetS50 = "imagenet-s50"
  /// ImageNet-S, 300 classes.
  case imageNetS300 = "imagenet-s300"
  /// ImageNet-S, 919 classes.
  case imageNetS919 = "imagenet-s919"
  /// PASCAL VOC 2007, which of the 20 classes an image shows.
  case voc2007
  /// PASCAL VOC 2012, which of the 20 classes an image shows.
  case voc2012
  /// COCO 2014, the instances of 80 classes.
  case coco2014
  /// COCO 2017, the instances of 80 classes.
  case coco2017
  /// NUS-Wide, which of 81 concepts an image shows.
  case nusWide81 = "nus-wide81"
  /// Images and label maps in two folders, described by the configuration.
  case folder

  /// The kinds whose layout, splits and labels are known.
  static let benchmarks = allCases.filter { $0 != .folder }

  /// The benchmark of label maps that it is; `nil` for data of one's own, and where there are none.
  public var benchmark: Benchmark? { Benchmark(named: rawValue) }
}

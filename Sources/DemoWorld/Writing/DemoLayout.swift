/// The ways the drawn world can lie on disk: the uniforms that its scenes wear.
///
/// A layout decides how scenes become files and nothing else: every layout shows the same scenes for
/// the same seed.
public enum DemoLayout: String, CaseIterable, Sendable {
  /// The layouts of all benchmarks side by side, as in the folder that holds one's data sets.
  case benchmarks

  /// The demo's own classes in two folders, as in `Datasets/Demo/VOC`.
  case folder

  /// Small pictures in one array with sentences beside it, as a model is trained on.
  case captions

  /// PASCAL VOC 2012: the classes 1 to 20 with borders, and which of them each photo shows.
  case voc2012

  /// PASCAL Context on VOC 2010's photos: the classes 1 to 59.
  case context

  /// COCO 2017: things and stuff, and the things one by one.
  case coco

  /// Cityscapes: label ids, a folder a city.
  case cityscapes

  /// ADE20K: the classes 1 to 150.
  case ade20k

  /// NUS-Wide: which of 81 concepts each photo shows.
  case nusWide = "nus-wide"

  /// The layouts that this one is made of, which is itself where it is but one.
  var parts: [DemoLayout] {
    self == .benchmarks ? [.voc2012, .context, .coco, .cityscapes, .ade20k, .nusWide] : [self]
  }

  /// Where the data set lies below the folder that is written, named as its archive or as peers name
  /// it; `nil` where it is that folder.
  var home: String? {
    switch self {
    case .benchmarks, .folder, .captions: nil
    case .voc2012: "VOCdevkit/VOC2012"
    case .context: "VOCdevkit/VOC2010"
    case .coco: "coco_stuff164k"
    case .cityscapes: "cityscapes"
    case .ade20k: "ADEChallengeData2016"
    case .nusWide: "NUS-WIDE"
    }
  }
}

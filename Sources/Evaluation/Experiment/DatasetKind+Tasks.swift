import Datasets

extension DatasetKind {
  /// The questions to which the data set knows the answers.
  ///
  /// Where the background is a class it is one for segmentation alone: nobody looks for the background
  /// in an image by its name.
  public var tasks: [TaskKind] {
    switch self {
    case .voc20, .context59, .cocoStuff171, .cocoStuff10k, .ade20k150, .cityscapes, .imageNetS50,
      .imageNetS300, .imageNetS919, .folder:
      TaskKind.allCases
    case .voc21, .context60, .cocoObject81:
      [.segmentation]
    case .coco2014, .coco2017:
      [.explainability, .recognition, .points]
    case .voc2007, .voc2012, .nusWide81:
      [.recognition]
    }
  }

  /// Whether pixels that show none of the classes were annotated as such, rather than left unlabelled.
  var annotatesBackground: Bool {
    switch self {
    case .context59, .ade20k150: false
    default: true
    }
  }

  /// The part that is read where none is stated; `nil` where there are no parts.
  var standardSplit: String? {
    switch self {
    case .folder: nil
    case .voc2007, .nusWide81: "test"
    case .voc2012, .coco2014, .coco2017: "val"
    case .voc20, .voc21, .context59, .context60, .cocoStuff171, .cocoStuff10k, .cocoObject81,
      .ade20k150, .cityscapes, .imageNetS50, .imageNetS300, .imageNetS919:
      benchmark?.standardSplit
    }
  }
}

public import Datasets
public import OpenVocabulary

/// What an experiment is evaluated on, in the form that its task needs.
public enum EvaluationData: Sendable {
  /// Images with one class a pixel, for segmentation.
  case labelMaps(Dataset)

  /// Images with the regions of their classes, for explainability and points.
  case regions(RegionDataset)

  /// Images with the classes they show, for recognition.
  case labelledImages(LabelledDataset)

  /// The name of the benchmark.
  public var name: String {
    switch self {
    case .labelMaps(let dataset): dataset.name
    case .regions(let dataset): dataset.name
    case .labelledImages(let dataset): dataset.name
    }
  }

  /// The part of the data set; `nil` where it has no parts.
  public var split: String? {
    switch self {
    case .labelMaps(let dataset): dataset.split
    case .regions(let dataset): dataset.split
    case .labelledImages(let dataset): dataset.split
    }
  }

  /// The classes.
  public var classList: ClassList {
    switch self {
    case .labelMaps(let dataset): dataset.classList
    case .regions(let dataset): dataset.classList
    case .labelledImages(let dataset): dataset.classList
    }
  }

  /// The ids of the images, in the order in which they are evaluated.
  public var ids: [String] {
    switch self {
    case .labelMaps(let dataset): dataset.samples.map(\.id)
    case .regions(let dataset): dataset.samples.map(\.id)
    case .labelledImages(let dataset): dataset.images.map(\.id)
    }
  }

  /// The number of images.
  public var imageCount: Int {
    switch self {
    case .labelMaps(let dataset): dataset.samples.count
    case .regions(let dataset): dataset.samples.count
    case .labelledImages(let dataset): dataset.images.count
    }
  }

  /// How many label maps were found that belong to no image.
  public var labelsWithoutImage: Int {
    switch self {
    case .labelMaps(let dataset): dataset.labelsWithoutImage
    case .regions, .labelledImages: 0
    }
  }
}

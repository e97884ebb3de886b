import Datasets
import Foundation

extension DatasetOpener {
  /// The reader of a data set that states the classes of an image; `nil` where label maps do.
  func recognitionReader() throws -> (any LabelledDatasetReader)? {
    let root = statement.root.value
    switch statement.kind {
    case .voc2007, .voc2012:
      return VOCRecognitionReader(
        root: root, year: statement.kind == .voc2007 ? .voc2007 : .voc2012,
        classList: try classList(), split: split)
    case .coco2014, .coco2017:
      return try instancesReader()
    case .nusWide81:
      return NUSWideReader(
        root: root, images: statement.images?.resolved(in: root), classList: try classList(),
        split: split, missingImages: statement.missingImages)
    case .folder:
      guard let labels = statement.labels?.resolved(in: root), FilePresence(at: labels) == .file
      else { return nil }
      return ListedLabelsReader(
        name: file.name, list: labels,
        images: (statement.images ?? PathWithin("images")).resolved(in: root),
        imageSuffix: statement.imageSuffix, classList: try classList(),
        labelMap: statement.labelMap)
    case .voc20, .voc21, .context59, .context60, .cocoStuff171, .cocoStuff10k, .cocoObject81,
      .ade20k150, .cityscapes, .imageNetS50, .imageNetS300, .imageNetS919:
      return nil
    }
  }
}

public import Foundation
public import OpenVocabulary

/// Reads COCO, Lin and others (ECCV 2014), by its instance annotations: which of 80 classes an image
/// shows, and where.
///
/// The annotations of a split are `annotations/instances_val2017.json`, as the archive unpacks. Images
/// lie in `val2017` or `images/val2017`. Samples come in the byte order of their ids, which are the
/// names of the images without suffix, `000000000139` or `COCO_val2014_000000000042`.
///
/// An image shows the classes of which it has an annotation, a crowd or not. Images without annotations
/// are part of the data set: 48 of the 5,000 of `val2017`, 367 of the 40,504 of `val2014`.
public struct COCOInstancesReader: LabelledDatasetReader {
  /// Which of COCO's releases is read; they divide the same photos otherwise.
  public enum Year: String, Sendable, CaseIterable {
    /// 82,783 photos for training, 40,504 for validation.
    case coco2014

    /// 118,287 photos for training, 5,000 for validation.
    case coco2017

    /// How the names of its files and folders end.
    var suffix: String { String(rawValue.suffix(4)) }
  }

  /// The folder that holds annotations and images, or the folder in which it lies as `coco`,
  /// `coco2014`, `coco2017`, `coco_stuff164k` or `coco_object`.
  public var root: URL

  /// Which of COCO's releases is read.
  public var year: Year

  /// The classes, in the ascending order of COCO's category ids.
  public var classList: ClassList

  /// The name of the split, `val` or `train`, or its folder's, `val2017`.
  public var split: String

  /// What the pixels of a crowd are.
  public var crowds: COCOInstances.CrowdRule

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder that holds annotations and images, or the folder in which it lies.
  ///   - year: Which of COCO's releases is read.
  ///   - classList: The classes, in the ascending order of COCO's category ids.
  ///   - split: The name of the split, `val` or `train`, or its folder's.
  ///   - crowds: What the pixels of a crowd are.
  public init(
    root: URL, year: Year, classList: ClassList, split: String = "val",
    crowds: COCOInstances.CrowdRule = .void
  ) {
    self.root = root
    self.year = year
    self.classList = classList
    self.split = split
    self.crowds = crowds
  }

  /// Lists the images of the split and the classes they show.
  ///
  /// - Parameter requiresImages: Whether every image has to be there.
  /// - Returns: The data set; images without annotations are kept.
  /// - Throws: ``DatasetError`` when the annotations are missing or malformed, have other classes than
  ///   the list, or an image is missing.
  /// - Complexity: O(bytes of the annotations).
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> LabelledDataset {
    let (instances, images) = try readInstances(requiringImages: requiresImages)
    return LabelledDataset(
      name: year.rawValue, split: shortSplit, classList: classList,
      images: zip(instances.index.images, images).map { entry, image in
        LabelledImage(id: entry.name, image: image, present: instances.index.classes(of: entry))
      })
  }

  /// Lists the images of the split, with the annotations as the source of their regions.
  ///
  /// - Parameter requiresImages: Whether every image has to be there.
  /// - Returns: The data set. The annotations are the file of labels of every sample.
  /// - Throws: ``DatasetError`` when the annotations are missing or malformed, have other classes than
  ///   the list, or an image is missing.
  /// - Complexity: O(bytes of the annotations); their shapes are read with the regions.
  public func readRegions(
    requiringImages requiresImages: Bool
  ) throws(DatasetError) -> RegionDataset {
    let (instances, images) = try readInstances(requiringImages: requiresImages)
    return RegionDataset(
      name: year.rawValue, split: shortSplit, classList: classList,
      samples: zip(instances.index.images, images).map { entry, image in
        Sample(id: entry.name, image: image, label: instances.file)
      },
      source: instances)
  }

  /// The annotations of the split, and the addresses of its images.
  private func readInstances(
    requiringImages requiresImages: Bool
  ) throws(DatasetError) -> (COCOInstances, images: [URL]) {
    let (folder, file) = try locateAnnotations()
    let instances = try COCOInstances(contentsOf: file, crowds: crowds)
    try checkClasses(of: instances)
    guard !instances.index.images.isEmpty else { throw .emptyList(file) }
    let photos = try locateImages(in: folder, requiring: requiresImages)
    let images = instances.index.images.map { photos.appending(path: $0.name + $0.suffix) }
    let missing = requiresImages ? images.filter { !FileTree.isFile($0) } : []
    guard missing.isEmpty else {
      throw .missingFiles(
        missing, of: .image, sampleCount: images.count, settings: ["dataset.root"])
    }
    return (instances, images)
  }

  private func checkClasses(of instances: COCOInstances) throws(DatasetError) {
    let names = instances.classNames
    try classList.check(has: names.count, for: instances.file.lastPathComponent)
    guard Set(names) == Set(classList.names) else { return }
    for (name, expected) in zip(classList.names, names) where name != expected {
      throw .malformedFile(
        instances.file, format: AnnotationKeys.coco.format, place: "`categories`",
        got: "`\(expected)` where the class list has `\(name)`",
        expected: "a class list in the order of the categories' ids")
    }
  }
}

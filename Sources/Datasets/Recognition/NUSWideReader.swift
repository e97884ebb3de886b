public import Foundation
public import OpenVocabulary

/// Reads NUS-Wide, Chua and others (CIVR 2009): photos of Flickr and which of 81 concepts they show.
///
/// The lists in `ImageList` name the photos of a split, with back slashes: `actor\0001_2124494179.jpg`.
/// For each concept `Groundtruth/TrainTestLabels` holds a file with 0 or 1 for each line of the list.
/// As published there are 161,789 photos for training and 107,859 for testing; some of them no longer
/// exist, and more than a fifth shows no concept.
///
/// Photos lie in `Flickr` or `images`, in the folders that the list names or all in one. Where
/// `Concepts81.txt` is there, its order is compared with ``concepts``, which is that of the classes.
public struct NUSWideReader: LabelledDatasetReader {
  /// The folder that holds `ImageList` and `Groundtruth`, or the folder in which it lies as
  /// `NUS-WIDE`, `NUS_WIDE`, `NUSWIDE` or `nuswide`.
  public var root: URL

  /// The folder of photos, or `nil` to look for `Flickr`, `images`, `Images` or `image` beside the
  /// lists.
  public var images: URL?

  /// The classes, in the order of ``concepts``.
  public var classList: ClassList

  /// The name of the split, `test` or `train`.
  public var split: String

  /// What is done with photos that are not there.
  public var missingImages: MissingImages

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - root: The folder that holds `ImageList` and `Groundtruth`, or the folder in which it lies.
  ///   - images: The folder of photos; by default it is looked up.
  ///   - classList: The classes, in the order of ``concepts``.
  ///   - split: The name of the split, `test` or `train`.
  ///   - missingImages: What is done with photos that are not there.
  public init(
    root: URL, images: URL? = nil, classList: ClassList, split: String = "test",
    missingImages: MissingImages = .refuse
  ) {
    self.root = root
    self.images = images
    self.classList = classList
    self.split = split
    self.missingImages = missingImages
  }

  /// Lists the photos of the split in the order of its list.
  ///
  /// - Parameter requiresImages: Whether every photo has to be there, or is looked for at all.
  /// - Returns: The data set, with at least one image; images without any concept are kept.
  /// - Throws: ``DatasetError`` when the list or a concept's file is missing, has another number of
  ///   lines or a malformed one, or photos are missing and ``missingImages`` does not leave them out.
  /// - Complexity: O(photos · concepts) time; one concept's file is in memory at a time.
  public func read(requiringImages requiresImages: Bool) throws(DatasetError) -> LabelledDataset {
    try classList.check(has: Self.concepts.count, for: "nus-wide81")
    let layout = try NUSWideLayout(root: root, images: images, split: split)
    try layout.checkConcepts()
    let ids = try SampleList(contentsOf: layout.list, dropping: ".jpg", separator: "\\").ids
    var present = [[Int]](repeating: [], count: ids.count)
    var undecided: [Int: [Int]] = [:]
    for (concept, file) in try layout.labelFiles().enumerated() {
      let labels = try NUSWideLabels(contentsOf: file, rowCount: ids.count, list: layout.list)
      for row in labels.present { present[row].append(concept) }
      for row in labels.undecided { undecided[row, default: []].append(concept) }
    }
    let locate = try layout.imageLocator(for: ids, requiringImages: requiresImages)
    let images = ids.indices.map { row in
      LabelledImage(
        id: ids[row], image: locate(ids[row]), present: present[row],
        undecided: undecided[row] ?? [])
    }
    let (there, missing) =
      try requiresImages
      ? images.checkingFiles(
        missing: missingImages, settings: ["dataset.images", "dataset.missingImages"])
      : (images, [])
    return LabelledDataset(
      name: "nus-wide81", split: split, classList: classList, images: there,
      missingImages: missing)
  }
}

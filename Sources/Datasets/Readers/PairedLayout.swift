import Foundation

/// A layout of two folders, one of images and one of label maps, with a folder a split in each.
///
/// Label maps hold raw labels or, where they were converted, train ids; of both the raw one is read.
/// With images required, an image without labels is an error, and labels without an image are
/// counted and left out.
struct PairedLayout {
  /// The name of the benchmark.
  let dataset: String

  /// Where the data set may lie below the folder that a user names, besides that folder itself.
  let folders: [String]

  /// Where in it the folders of images may lie, the customary place first.
  let images: [String]

  /// Where in it the folders of label maps may lie, the customary place first.
  let labels: [String]

  /// The folder of the split.
  let split: String

  /// How an image's file name ends after the id.
  let imageSuffix: String

  /// How the file name of a label map with raw labels ends after the id.
  let rawSuffix: String

  /// How the file name of a label map with train ids ends after the id.
  var trainSuffix: String?

  /// How other files end that would pass for label maps with raw labels.
  var otherSuffixes: [String] = []

  /// Lists the samples of the split in the byte order of their ids.
  ///
  /// - Parameters:
  ///   - root: The folder of the data set, or the folder in which it lies as one of ``folders``.
  ///   - requiresImages: Whether every sample needs its image.
  /// - Returns: One sample or more, and the number of label maps that belong to none.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  func samples(
    in root: URL, requiringImages requiresImages: Bool
  ) throws(DatasetError) -> (samples: [Sample], labelsWithoutImage: Int) {
    let (folder, labels) = try locateLabels(in: root)
    let labelFiles = try FileTree.files(in: labels)
    let others = otherSuffixes + (trainSuffix.map { [$0] } ?? [])
    let raw = Set(
      labelFiles.filter { file in !others.contains { file.hasSuffix($0) } }.ids(endingIn: rawSuffix)
    )
    let labelled = raw.union(trainSuffix.map { labelFiles.ids(endingIn: $0) } ?? [])

    let images = try locateImages(in: folder, requiring: requiresImages)
    let imageFiles = try requiresImages ? FileTree.files(in: images) : []
    let ids = requiresImages ? imageFiles.ids(endingIn: imageSuffix) : Array(labelled)
    guard !ids.isEmpty else {
      throw .emptyFolder(
        requiresImages ? images : labels,
        suffixes: requiresImages ? [imageSuffix] : [rawSuffix] + (trainSuffix.map { [$0] } ?? []),
        found: requiresImages ? imageFiles.suffixes() : labelFiles.suffixes(recognising: others),
        settings: ["dataset.root", "dataset.split"])
    }
    let samples = ids.sortedByBytes().map { id in
      let image = images.appending(path: id + imageSuffix)
      guard let trainSuffix, labelled.contains(id), !raw.contains(id) else {
        return Sample(id: id, image: image, label: labels.appending(path: id + rawSuffix))
      }
      return Sample(
        id: id, image: image, label: labels.appending(path: id + trainSuffix),
        labelEncoding: .trainIDs)
    }
    try samples.checkFiles(
      requiringImages: requiresImages,
      imageSettings: ["dataset.root"], labelSettings: ["dataset.root", "dataset.split"])
    return (samples, labelled.subtracting(ids).count)
  }

  /// The folder of the data set, and in it that of the split's label maps.
  private func locateLabels(in root: URL) throws(DatasetError) -> (folder: URL, labels: URL) {
    let places = ([root] + folders.map { root.appending(path: $0) }).flatMap { folder in
      labels.map { (folder: folder, labels: folder.appending(path: $0)) }
    }
    if let place = places.first(where: { FileTree.isFolder($0.labels.appending(path: split)) }) {
      return (place.folder, place.labels.appending(path: split))
    }
    guard let place = places.first(where: { FileTree.isFolder($0.labels) }) else {
      throw .layoutNotFound(dataset: dataset, root: root, lookedFor: places.map(\.labels))
    }
    throw try missingSplit(of: place.labels)
  }

  /// The folder of the split's images; where they are not needed, where it would be.
  private func locateImages(
    in folder: URL, requiring requiresImages: Bool
  ) throws(DatasetError) -> URL {
    let places = images.map { $0.isEmpty ? folder : folder.appending(path: $0) }
    if let place = places.first(where: { FileTree.isFolder($0.appending(path: split)) }) {
      return place.appending(path: split)
    }
    guard requiresImages else { return places[0].appending(path: split) }
    throw try missingSplit(of: places.first(where: FileTree.isFolder) ?? places[0])
  }

  private func missingSplit(of folder: URL) throws(DatasetError) -> DatasetError {
    .missingSplit(
      split: split, expected: folder.appending(path: split),
      available: FileTree.isFolder(folder) ? try FileTree.folders(in: folder) : [])
  }
}

import Foundation

extension SampleFinder {
  /// The samples whose files lie in the folders of a split, in the byte order of their ids.
  func samplesInFolders() throws(DatasetError) -> Findings {
    let folder = try locateLabels()
    let labels = try LabelListing(of: form, split: split, in: folder)
    let images = try locateImages(in: folder)
    let imageFolder = images.folder(of: split, in: folder)
    let imageFiles =
      try requirement != .labels && FileTree.isFolder(imageFolder)
      ? FileTree.files(in: imageFolder) : []
    let imageIDs = imageFiles.ids(endingIn: images.suffix)
    let takesImages = requirement == .imagesAndLabels || !imageIDs.isEmpty
    let ids = takesImages ? imageIDs : Array(labels.ids)
    guard !ids.isEmpty else {
      throw .emptyFolder(
        takesImages ? imageFolder : labels.folder,
        suffixes: takesImages ? [images.suffix] : labels.suffixes,
        found: takesImages ? imageFiles.suffixes() : labels.foundSuffixes,
        settings: ["dataset.root", "dataset.split"])
    }
    let samples = ids.sortedByBytes().map { id in
      let raw = labels.raw[id]
      let converted = labels.converted[id]
      return Sample(
        id: id, image: images.file(of: id, split: split, in: folder),
        labelFile: raw ?? converted ?? labels.expectedFile(of: id),
        convertedLabelFile: raw == nil ? nil : converted)
    }
    return try checked(samples, labelsWithoutImage: labels.ids.subtracting(ids).count)
  }

  /// The folder of the data set: the first in which there are labels of the split.
  private func locateLabels() throws(DatasetError) -> URL {
    let paths = (form.labels + form.converted).map(\.path)
    let candidates = places.flatMap { place in paths.map { (place, $0) } }
    if let (place, _) = candidates.first(where: {
      FileTree.isFolder($1.folder(of: split, in: $0))
    }) {
      return place
    }
    let splitFolders = candidates.filter { $1.folderOfSplits(in: $0) != $0 }
    guard
      let (place, path) = splitFolders.first(where: {
        FileTree.isFolder($1.folderOfSplits(in: $0))
      })
    else {
      throw .layoutNotFound(
        dataset: benchmark.name, root: root,
        lookedFor: places.flatMap { place in
          form.labels.map { source in
            let folder = source.path.folderOfSplits(in: place)
            return folder == place ? source.path.folder(of: split, in: place) : folder
          }
        })
    }
    throw try missingSplit(of: path, in: place)
  }

  /// Where the split's images lie; where they are not needed, where they would.
  private func locateImages(in folder: URL) throws(DatasetError) -> PathPattern {
    if let path = benchmark.images.first(where: {
      FileTree.isFolder($0.folder(of: split, in: folder))
    }) {
      return path
    }
    guard requirement == .imagesAndLabels else { return benchmark.images[0] }
    throw try missingSplit(
      of: benchmark.images.first { FileTree.isFolder($0.folderOfSplits(in: folder)) }
        ?? benchmark.images[0], in: folder)
  }

  private func missingSplit(
    of path: PathPattern, in folder: URL
  ) throws(DatasetError) -> DatasetError {
    .missingSplit(
      split: split, expected: path.folder(of: split, in: folder),
      available: try path.splits(in: folder))
  }
}

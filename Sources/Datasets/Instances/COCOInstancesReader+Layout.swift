import Foundation

extension COCOInstancesReader {
  /// The split's name without the year.
  var shortSplit: String {
    split.hasSuffix(year.suffix) ? String(split.dropLast(year.suffix.count)) : split
  }

  /// The name of the folder of the split's images.
  private var imageFolder: String { shortSplit + year.suffix }

  /// The folder of the data set, and in it the annotations of the split.
  func locateAnnotations() throws(DatasetError) -> (folder: URL, file: URL) {
    let names = ["coco", year.rawValue, "coco_stuff164k", "coco_object"]
    let folders = ([root] + names.map { root.appending(path: $0) })
      .map { (folder: $0, annotations: $0.appending(path: "annotations")) }
    let name = "instances_\(imageFolder).json"
    if let (folder, annotations) = folders.first(where: {
      FileTree.isFile($0.annotations.appending(path: name))
    }) {
      return (folder, annotations.appending(path: name))
    }
    guard let place = folders.first(where: { FileTree.isFolder($0.annotations) }) else {
      throw .layoutNotFound(
        dataset: year.rawValue, root: root, lookedFor: folders.map(\.annotations))
    }
    throw .missingSplit(
      split: shortSplit, expected: place.annotations.appending(path: name),
      available: try FileTree.names(in: place.annotations)
        .ids(endingIn: "\(year.suffix).json").sortedByBytes()
        .compactMap { $0.hasPrefix("instances_") ? String($0.dropFirst(10)) : nil })
  }

  /// The folder of the split's images; where they are not needed, where it would be.
  func locateImages(
    in folder: URL, requiring requiresImages: Bool
  ) throws(DatasetError) -> URL {
    let places = [imageFolder, "images/\(imageFolder)"].map { folder.appending(path: $0) }
    if let place = places.first(where: FileTree.isFolder) { return place }
    guard !requiresImages else {
      throw .missingSplit(
        split: shortSplit, expected: places[0],
        available: try FileTree.folders(in: folder)
          .filter { $0.hasSuffix(year.suffix) }.map { String($0.dropLast(year.suffix.count)) })
    }
    return places[0]
  }
}

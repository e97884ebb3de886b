import Foundation

/// The layout of PASCAL VOC's archives and of what was made from them: a list of ids for each split,
/// and the files in two folders.
struct VOCLayout {
  /// The name of the benchmark.
  let dataset: String

  /// The folder of the year, for example `VOC2012`.
  let year: String

  /// The folder of lists in `ImageSets`.
  let lists: String

  /// The folder of label maps.
  let labels: String

  /// The name of the split's list.
  let split: String

  /// Lists the samples of the split in the order of its list.
  ///
  /// - Parameters:
  ///   - root: The folder of the year, the folder `VOCdevkit` in which it lies, or the folder above.
  ///   - requiresImages: Whether every sample needs its image.
  /// - Returns: One sample or more.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  func samples(
    in root: URL, requiringImages requiresImages: Bool
  ) throws(DatasetError) -> [Sample] {
    let folders = [
      root, root.appending(path: year), root.appending(path: "VOCdevkit/\(year)"),
    ]
    let listFolders = folders.map { $0.appending(path: "ImageSets/\(lists)") }
    guard let position = listFolders.firstIndex(where: FileTree.isFolder) else {
      throw .layoutNotFound(dataset: dataset, root: root, lookedFor: listFolders)
    }
    let folder = folders[position]
    let list = listFolders[position].appending(path: "\(split).txt")
    guard FileTree.isFile(list) else {
      throw .missingSplit(
        split: split, expected: list,
        available: try FileTree.names(in: listFolders[position], withSuffix: ".txt"))
    }
    let samples = try SampleList(contentsOf: list).ids.map { id in
      Sample(
        id: id, image: folder.appending(path: "JPEGImages/\(id).jpg"),
        label: folder.appending(path: "\(labels)/\(id).png"))
    }
    try samples.checkFiles(
      requiringImages: requiresImages,
      imageSettings: ["dataset.root"], labelSettings: ["dataset.root", "dataset.split"])
    return samples
  }
}

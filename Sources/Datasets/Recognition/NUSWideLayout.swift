import Foundation

/// Where the files of NUS-Wide lie, in its own layout and in those that people make of it.
struct NUSWideLayout {
  /// The folder that holds everything.
  private let folder: URL

  /// The folder of photos, where it was stated.
  private let images: URL?

  /// How the names of the split's files begin or end: `Test` or `Train`.
  private let splitName: String

  /// The list of the split's photos.
  let list: URL

  /// Finds the list of a split.
  ///
  /// - Parameters:
  ///   - root: The folder that holds everything, or the folder in which it lies.
  ///   - images: The folder of photos, where it was stated.
  ///   - split: The name of the split, `test` or `train`.
  /// - Throws: ``DatasetError`` when there is no list.
  init(root: URL, images: URL?, split: String) throws(DatasetError) {
    let folders =
      [root] + ["NUS-WIDE", "NUS_WIDE", "NUSWIDE", "nuswide"].map { root.appending(path: $0) }
    // An archive unpacked into a folder of its own name gives the first place.
    let places = folders.flatMap { folder in
      ["ImageList/ImageList", "ImageList"].map { (folder, folder.appending(path: $0)) }
    }
    guard let (folder, lists) = places.first(where: { FileTree.isFolder($0.1) }) else {
      throw .layoutNotFound(
        dataset: "nus-wide81", root: root,
        lookedFor: folders.map { $0.appending(path: "ImageList") })
    }
    self.folder = folder
    self.images = images
    splitName = split.prefix(1).uppercased() + split.dropFirst()
    list = lists.appending(path: "\(splitName)Imagelist.txt")
    guard FileTree.isFile(list) else {
      throw .missingSplit(
        split: split, expected: list,
        available: try FileTree.names(in: lists).ids(endingIn: "Imagelist.txt").sortedByBytes()
          .map { $0.lowercased() })
    }
  }

  /// Compares the names and the order of the concepts with the data set's own list, where it is there.
  ///
  /// - Throws: ``DatasetError`` when the list cannot be read or says something else.
  func checkConcepts() throws(DatasetError) {
    let files = ["ConceptsList/Concepts81.txt", "Concepts81.txt"].map { folder.appending(path: $0) }
    guard let file = files.first(where: FileTree.isFile) else { return }
    let known = NUSWideReader.concepts
    let lines = try TextLines(contentsOf: file).lines
    for (line, concept) in zip(lines, known) where line.text != concept {
      throw .malformedFile(
        file, format: "list of NUS-Wide's concepts", place: "line \(line.number)",
        got: "`\(line.text)`", expected: "`\(concept)`, as published")
    }
    guard lines.count == known.count else {
      throw .malformedFile(
        file, format: "list of NUS-Wide's concepts", place: nil, got: "\(lines.count) concepts",
        expected: "\(known.count)")
    }
  }

  /// The files of the concepts, in their order.
  ///
  /// - Throws: ``DatasetError/missingClassFiles(_:total:advice:)``.
  func labelFiles() throws(DatasetError) -> [URL] {
    let places = ["Groundtruth/TrainTestLabels", "TrainTestLabels"]
      .map { folder.appending(path: $0) }
    let labels = places.first(where: FileTree.isFolder) ?? places[0]
    let files = NUSWideReader.concepts.map {
      labels.appending(path: "Labels_\($0)_\(splitName).txt")
    }
    let missing = files.filter { !FileTree.isFile($0) }
    guard missing.isEmpty else {
      throw .missingClassFiles(
        missing, total: files.count, advice: "Unpack the archive `Groundtruth` beside `ImageList`.")
    }
    return files
  }

  /// Where the photo of an id lies.
  ///
  /// - Parameters:
  ///   - ids: The ids, of which at least one tells whether photos lie in the folders of the list.
  ///   - requiresImages: Whether there has to be a folder of photos.
  /// - Returns: The address of the photo of an id.
  /// - Throws: ``DatasetError/missingFolder(_:setting:)``.
  func imageLocator(
    for ids: [String], requiringImages requiresImages: Bool
  ) throws(DatasetError) -> (String) -> URL {
    let places =
      images.map { [$0] }
      ?? ["Flickr", "images", "Images", "image"].map { folder.appending(path: $0) }
    let photos = places.first(where: FileTree.isFolder) ?? places[0]
    if requiresImages { try FileTree.require(folder: photos, setting: "dataset.images") }
    let folders = Set(ids.compactMap { id in id.firstIndex(of: "/").map { id[..<$0] } })
    let isNested = folders.contains { FileTree.isFolder(photos.appending(path: String($0))) }
    guard isNested || !FileTree.isFolder(photos) else {
      return { photos.appending(path: ($0.split(separator: "/").last ?? "") + ".jpg") }
    }
    return { photos.appending(path: "\($0).jpg") }
  }
}

import Foundation

extension FolderReader {
  /// What there is to evaluate.
  struct Listing {
    /// The ids, in the order of evaluation.
    var ids: [String]

    /// How an image's file name ends after the id.
    var imageSuffix: String

    /// How many label maps belong to no image.
    var labelsWithoutImage = 0
  }

  /// Finds the ids in the list, or in the folder of images, or in that of labels.
  func listing(requiring requirement: FileRequirement) throws(DatasetError) -> Listing {
    // Without images their suffix only says where they would lie.
    let nominalSuffix = imageSuffix ?? Self.imageSuffixes[0]
    if let list {
      guard FileTree.isFile(list) else { throw .missingList(list, setting: "dataset.list") }
      let ids = try SampleList(contentsOf: list, dropping: imageSuffix).ids
      return Listing(
        ids: ids, imageSuffix: try suffix(ofImagesOf: ids, requiring: requirement) ?? nominalSuffix)
    }
    let labelFiles = try FileTree.files(in: labels)
    let labelled = labelFiles.ids(endingIn: labelSuffix)
    let imageFiles =
      try requirement != .labels && FileTree.isFolder(images) ? FileTree.files(in: images) : []
    let knownSuffixes = imageSuffix.map { [$0] } ?? Self.imageSuffixes
    let hasImages = knownSuffixes.contains { !imageFiles.ids(endingIn: $0).isEmpty }
    guard requirement == .imagesAndLabels || hasImages else {
      guard !labelled.isEmpty else {
        throw .emptyFolder(
          labels, suffixes: [labelSuffix], found: labelFiles.suffixes(),
          settings: ["dataset.labels", "dataset.labelSuffix"])
      }
      return Listing(ids: labelled.sortedByBytes(), imageSuffix: nominalSuffix)
    }
    let suffix = try suffix(of: imageFiles)
    let ids = imageFiles.ids(endingIn: suffix)
    guard !ids.isEmpty else {
      throw .emptyFolder(
        images, suffixes: [suffix], found: imageFiles.suffixes(),
        settings: ["dataset.images", "dataset.imageSuffix"])
    }
    return Listing(
      ids: ids.sortedByBytes(), imageSuffix: suffix,
      labelsWithoutImage: Set(labelled).subtracting(ids).count)
  }

  /// The suffix of listed images, told by the first; where none has to be there, by the first that is.
  private func suffix(
    ofImagesOf ids: [String], requiring requirement: FileRequirement
  ) throws(DatasetError) -> String? {
    if let imageSuffix { return imageSuffix }
    switch requirement {
    case .imagesAndLabels:
      return try Self.suffix(ofImageOf: ids[0], in: images)
    case .labels:
      return nil
    case .nothing:
      let id = ids.first { id in
        Self.imageSuffixes.contains { FileTree.isFile(images.appending(path: id + $0)) }
      }
      guard let id else { return nil }
      return try Self.suffix(ofImageOf: id, in: images)
    }
  }

  /// The only known suffix with which the image of an id exists.
  static func suffix(ofImageOf id: String, in images: URL) throws(DatasetError) -> String {
    let present = imageSuffixes.filter { FileTree.isFile(images.appending(path: id + $0)) }
    guard let first = present.first else {
      throw .imageOfNoKnownSuffix(
        images.appending(path: id), tried: imageSuffixes, setting: "dataset.imageSuffix")
    }
    guard present.count == 1 else {
      throw .ambiguousSuffix(
        images, found: Dictionary(uniqueKeysWithValues: present.map { ($0, 1) }),
        setting: "dataset.imageSuffix")
    }
    return first
  }

  /// The stated suffix, or the only known one among files.
  private func suffix(of files: [String]) throws(DatasetError) -> String {
    if let imageSuffix { return imageSuffix }
    let found = files.suffixes().filter { Self.imageSuffixes.contains($0.key) }
    guard let first = found.keys.first else {
      throw .emptyFolder(
        images, suffixes: Self.imageSuffixes, found: files.suffixes(),
        settings: ["dataset.images", "dataset.imageSuffix"])
    }
    guard found.count == 1 else {
      throw .ambiguousSuffix(images, found: found, setting: "dataset.imageSuffix")
    }
    return first
  }
}

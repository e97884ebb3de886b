extension [LabelledImage] {
  /// Checks that the files of all images are there, or leaves out those that are not.
  ///
  /// - Parameters:
  ///   - policy: What is done with images that are not there.
  ///   - settings: The settings that decide where images are looked for.
  /// - Returns: The images that are there, one or more, and the ids of those that are not.
  /// - Throws: ``DatasetError/missingFiles(_:of:sampleCount:settings:)``.
  func checkingFiles(
    missing policy: MissingImages = .refuse, settings: [String]
  ) throws(DatasetError) -> (images: [LabelledImage], missing: [String]) {
    var there: [LabelledImage] = []
    var missing: [LabelledImage] = []
    for image in self {
      if FileTree.isFile(image.image) { there.append(image) } else { missing.append(image) }
    }
    guard missing.isEmpty || (policy == .leaveOut && !there.isEmpty) else {
      throw .missingFiles(
        missing.map(\.image), of: .image, sampleCount: count, settings: settings)
    }
    return (there, missing.map(\.id))
  }
}

extension [Sample] {
  /// Checks that the files of all samples are there.
  ///
  /// - Parameters:
  ///   - requiresImages: Whether images are needed; label maps always are.
  ///   - imageSettings: The settings that decide where images are looked for.
  ///   - labelSettings: The settings that decide where label maps are looked for.
  /// - Throws: ``DatasetError/missingFiles(_:of:sampleCount:settings:)``.
  func checkFiles(
    requiringImages requiresImages: Bool, imageSettings: [String], labelSettings: [String]
  ) throws(DatasetError) {
    let labels = map(\.label).filter { !FileTree.isFile($0) }
    guard labels.isEmpty else {
      throw .missingFiles(labels, of: .label, sampleCount: count, settings: labelSettings)
    }
    guard requiresImages else { return }
    let images = map(\.image).filter { !FileTree.isFile($0) }
    guard images.isEmpty else {
      throw .missingFiles(images, of: .image, sampleCount: count, settings: imageSettings)
    }
  }
}

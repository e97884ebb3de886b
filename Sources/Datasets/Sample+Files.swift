extension [Sample] {
  /// Looks whether the files of all samples are there.
  ///
  /// - Parameters:
  ///   - requirement: Which files have to be there.
  ///   - imageSettings: The settings that decide where images are looked for.
  ///   - labelSettings: The settings that decide where label maps are looked for.
  /// - Returns: What is missing, labels first; nothing unless nothing is required.
  /// - Throws: ``DatasetError/missingFiles(_:of:sampleCount:settings:)``.
  func missingFiles(
    requiring requirement: FileRequirement, imageSettings: [String], labelSettings: [String]
  ) throws(DatasetError) -> [MissingFile] {
    let labels = filter { !FileTree.isFile($0.label) }
    guard requirement == .nothing || labels.isEmpty else {
      throw .missingFiles(
        labels.map(\.label), of: .label, sampleCount: count, settings: labelSettings)
    }
    guard requirement != .labels else { return [] }
    let images = filter { !FileTree.isFile($0.image) }
    guard requirement == .nothing || images.isEmpty else {
      throw .missingFiles(
        images.map(\.image), of: .image, sampleCount: count, settings: imageSettings)
    }
    return labels.map { MissingFile(sample: $0.id, role: .label, url: $0.label) }
      + images.map { MissingFile(sample: $0.id, role: .image, url: $0.image) }
  }
}

extension InstanceIndex.Image {
  /// Creates an image without annotations from the path of its file below the folder of images, or
  /// returns `nil` where the path would lead elsewhere or names no file.
  ///
  /// - Precondition: both sides fit 32 bits.
  init?(id: Int, path: String, width: Int, height: Int, split: String?) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let file = parts.last, parts.allSatisfy({ !["", ".", ".."].contains($0) }),
      !path.utf8.contains(0)
    else { return nil }
    // A name that begins with its only dot has no suffix.
    let suffix = file.dropFirst().lastIndex(of: ".").map { path[$0...] } ?? ""
    self.init(
      name: String(path.dropLast(suffix.count)), suffix: String(suffix), id: id,
      width: Int32(width), height: Int32(height), split: split)
  }
}

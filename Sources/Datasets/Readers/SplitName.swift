/// A split by its short name and by that of its folder, whichever of the two was stated.
///
/// Results name the short one, so that the same split has one name.
struct SplitName {
  /// The short name, for example `val`.
  let name: String

  /// The name of the folder, for example `val2017`.
  let folder: String

  /// Recognises a split.
  ///
  /// - Parameters:
  ///   - stated: What was stated.
  ///   - folders: The folder of each short name; a split that is not among them is its folder.
  init(_ stated: String, folders: [String: String]) {
    name = folders.first { $0.value == stated }?.key ?? stated
    folder = folders[stated] ?? stated
  }
}

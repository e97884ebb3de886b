import Foundation

/// Where files of one kind lie below the folder of a data set, as a path in which `{split}` stands
/// for the name of the split and `{id}` for that of the sample.
struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral {
  private let text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  init(_ text: String) {
    self.text = text
  }

  /// How a file's name ends after the id.
  var suffix: String { parts(around: "{id}").after }

  /// The file of a sample.
  func file(of id: String, split: String, in root: URL) -> URL {
    folder(of: split, in: root).appending(path: id + suffix)
  }

  /// The folder in which the paths of a split's samples begin.
  func folder(of split: String, in root: URL) -> URL {
    root.descending(parts(around: "{id}").before.replacing("{split}", with: split))
  }

  /// The file of a split as a whole, such as the list of its samples.
  func file(of split: String, in root: URL) -> URL {
    root.descending(text.replacing("{split}", with: split))
  }

  /// The folder that holds something for every split.
  func folderOfSplits(in root: URL) -> URL {
    root.descending(parts(around: "{split}").before)
  }

  /// The splits for which there is something, in byte order.
  func splits(in root: URL) throws(DatasetError) -> [String] {
    let folder = folderOfSplits(in: root)
    guard FileTree.isFolder(folder) else { return [] }
    let rest = parts(around: "{split}").after
    let isFolder = rest.contains("/")
    let suffix = String(rest.prefix { $0 != "/" })
    let names = try isFolder ? FileTree.folders(in: folder) : FileTree.names(in: folder)
    return names.filter { $0.hasSuffix(suffix) && $0 != suffix }
      .map { String($0.dropLast(suffix.count)) }.sortedByBytes()
  }

  /// The same files in another folder, which need not be one of splits.
  func moved(to folder: String) -> PathPattern {
    PathPattern("\(folder)/{id}\(suffix)")
  }

  /// What stands before a placeholder and behind it; without it all stands before.
  private func parts(around placeholder: String) -> (before: String, after: String) {
    guard let range = text.firstRange(of: placeholder) else { return (text, "") }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}

extension URL {
  /// The folder or file at a path, which may begin by going up, and may be empty.
  fileprivate func descending(_ path: String) -> URL {
    var folder = self
    var rest = path[...]
    while rest.hasPrefix("../") {
      folder = folder.standardizedFileURL.deletingLastPathComponent()
      rest = rest.dropFirst(3)
    }
    if rest.hasSuffix("/") { rest.removeLast() }
    return rest.isEmpty ? folder : folder.appending(path: String(rest))
  }
}

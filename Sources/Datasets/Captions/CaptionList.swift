public import Foundation

/// A list of images and sentences, one pair a line.
///
/// In a file that ends in `.jsonl` a line is an object with the members `image` and `text`, whatever else
/// it holds; in any other it is the image, a tab and the text. Images are paths, relative to the list.
public struct CaptionList: Sendable, Equatable {
  /// The images, in the order in which they are first named, each with all of its sentences.
  public let images: [CaptionedImage]

  /// The number of lines.
  public let pairCount: Int

  /// Reads a list, and sees that its images are there.
  ///
  /// - Parameter file: The list.
  /// - Throws: ``DatasetError`` when the file cannot be read, a line is none of the form, there is no
  ///   line, or images are missing.
  public init(contentsOf file: URL) throws(DatasetError) {
    let lines = try TextLines(contentsOf: file).lines
    guard !lines.isEmpty else {
      throw .malformedFile(
        file, format: Self.format, place: nil, got: "no line", expected: Self.tabbedForm)
    }
    let isJSON = file.pathExtension.lowercased() == "jsonl"
    var places: [String: Int] = [:]
    var images: [(path: String, texts: [String])] = []
    for line in lines {
      let pair = isJSON ? try Self.object(line, of: file) : try Self.tabbed(line, of: file)
      if let place = places[pair.image] {
        images[place].texts.append(pair.text)
      } else {
        places[pair.image] = images.count
        images.append((pair.image, [pair.text]))
      }
    }
    let folder = file.deletingLastPathComponent()
    self.images = images.map {
      CaptionedImage(image: URL(filePath: $0.path, relativeTo: folder), texts: $0.texts)
    }
    pairCount = lines.count
    let missing = self.images.map(\.image).filter { !FileTree.isFile($0) }
    guard missing.isEmpty else {
      throw .missingFiles(
        missing, of: .image, sampleCount: images.count, settings: [file.shown])
    }
  }

  private typealias Pair = (image: String, text: String)

  private static let format = "list of images and texts"
  private static let tabbedForm = "one line a pair: the image's path, a tab, the text"

  private static func tabbed(_ line: TextLines.Line, of file: URL) throws(DatasetError) -> Pair {
    let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw malformed(line, of: file, expected: tabbedForm)
    }
    return (parts[0], parts[1])
  }

  private static func object(_ line: TextLines.Line, of file: URL) throws(DatasetError) -> Pair {
    struct Object: Decodable {
      var image: String
      var text: String
    }
    guard let object = try? JSONDecoder().decode(Object.self, from: Data(line.text.utf8)),
      !object.image.isEmpty, object.text.contains(where: { !$0.isWhitespace })
    else {
      throw malformed(
        line, of: file, expected: "an object with the texts `image` and `text`, in one line")
    }
    return (object.image, object.text)
  }

  private static func malformed(
    _ line: TextLines.Line, of file: URL, expected: String
  ) -> DatasetError {
    let shown = line.text.prefix(60)
    return .malformedFile(
      file, format: format, place: "line \(line.number)",
      got: "`\(shown)\(shown.count < line.text.count ? "…" : "")`", expected: expected)
  }
}

/// Why a picture or a label map cannot be read or written.
///
/// `file` is the path or name under which the bytes were handed in.
public enum ImagingError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missingFile(file: String)

  /// The file is there and cannot be read; `reason` is the system's.
  case unreadableFile(file: String, reason: String)

  /// The file has no bytes.
  case emptyFile(file: String)

  /// The file starts with the signature of neither PNG nor JPEG.
  case notAnImage(file: String, firstBytes: [UInt8])

  /// The file ends before its picture does.
  case truncated(file: String, format: ImageFormat, reason: String)

  /// The file breaks its format's rules or its own check sums.
  case corrupt(file: String, format: ImageFormat, reason: String)

  /// The file is legal and of a kind that is not read.
  case unsupported(file: String, format: ImageFormat, reason: String)

  /// The file declares more pixels than are ever decoded; nothing of that size was allocated.
  case tooManyPixels(file: String, width: Int, height: Int, limit: Int)

  /// There is not enough memory to decode or encode the picture.
  case outOfMemory(file: String, reason: String)

  /// A picture was found where a label map was expected; `found` says what kind.
  case notALabelMap(file: String, found: String)

  /// A pixel's index lies behind the palette of the file.
  case indexOutsidePalette(file: String, index: Int, colourCount: Int)

  /// A label map holds a label for which the palette to be written has no colour.
  case labelOutsidePalette(label: Int, colourCount: Int)

  /// The picture cannot be written in the format, for example because it is too large for it.
  case unencodable(format: ImageFormat, reason: String)
}

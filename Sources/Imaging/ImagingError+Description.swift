extension ImagingError: CustomStringConvertible {
  /// What was found, what was expected and what to do, for the person at the terminal.
  public var description: String {
    switch self {
    case .missingFile(let file):
      "\(file): there is no such file"
    case .unreadableFile(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .emptyFile(let file):
      "\(file): the file is empty; expected a PNG or JPEG image"
    case .notAnImage(let file, let firstBytes):
      "\(file): expected a PNG or JPEG image; \(FileSignature(of: firstBytes))"
    case .truncated(let file, let format, let reason):
      "\(file): the \(format.rawValue) is truncated (\(reason)); copy or download it again"
    case .corrupt(let file, let format, let reason):
      "\(file): the \(format.rawValue) is corrupt (\(reason)); copy or download it again"
    case .unsupported(let file, let format, let reason):
      "\(file): this kind of \(format.rawValue) is not read (\(reason)); "
        + "convert it to an 8-bit RGB PNG or JPEG"
    case .tooManyPixels(let file, let width, let height, let limit):
      "\(file): declares \(width) × \(height) pixels; at most \(limit) pixels are decoded"
    case .outOfMemory(let file, let reason):
      "\(file): not enough memory (\(reason))"
    case .notALabelMap(let file, let found):
      "\(file): expected a label map, a PNG with one class number a pixel (palette or gray); "
        + "found \(found); export the labels as an index PNG"
    case .indexOutsidePalette(let file, let index, let colourCount):
      "\(file): a pixel has colour \(index) of a palette of \(colourCount); the PNG is corrupt"
    case .labelOutsidePalette(let label, let colourCount):
      "label \(label) has no colour in a palette of \(colourCount); "
        + "write the label map without a palette or with a larger one"
    case .unencodable(let format, let reason):
      "the picture cannot be written as \(format.rawValue): \(reason)"
    }
  }
}

/// The size in pixels of an image that enters the network.
public struct InputSize: Sendable, Hashable, Codable {
  /// The number of rows.
  public let height: Int

  /// The number of pixels in a row.
  public let width: Int

  /// Creates a size from its sides.
  public init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }
}

extension InputSize: CustomStringConvertible {
  /// The size as height × width.
  public var description: String { "\(height) × \(width)" }

  /// The size in the name of a row, which may be a folder's: the side of a square, or both sides.
  var shortName: String { height == width ? "\(height)" : "\(height)x\(width)" }
}

extension SettingType where Value == InputSize {
  /// One number for a square, or height and width.
  static var inputSize: SettingType {
    let range = 1...16384
    let expected = "a whole number of pixels from 1 to 16384, or [height, width]"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      let stated: [ConfigurationValue]
      if case .list(let sides) = value.content { stated = sides } else { stated = [value, value] }
      let sides = stated.map { side -> Int? in
        if case .number(let spelling) = side.content { Int(spelling) } else { nil }
      }
      guard sides.count == 2, let height = sides[0], let width = sides[1],
        range.contains(height), range.contains(width)
      else { throw context.invalid(value, expected: expected) }
      return InputSize(height: height, width: width)
    } describe: { size, _ in
      SettingText(size.description)
    }
  }
}

/// How closely a check looks at the images; label maps are always decoded.
public enum ImageInspection: Sendable, Equatable {
  /// Not at all: the images are elsewhere.
  case none

  /// Format and size from the first bytes, which takes no time to speak of; a file that is cut off
  /// further behind goes unnoticed.
  case headers

  /// Every pixel is decoded.
  case pixels
}

/// What a patch of a phantom's picture shows.
///
/// Three classes, and a background that belongs to none and that no text names.
public enum PhantomColour: Int, Sendable, CaseIterable {
  /// Black.
  case background

  /// Red.
  case ruby

  /// Green.
  case emerald

  /// Blue.
  case sapphire

  /// The colours that have a name, in the order of class numbers from 0.
  public static let classes: [PhantomColour] = [.ruby, .emerald, .sapphire]

  /// The class's name, or "background".
  public var name: String { "\(self)" }

  /// The red, green and blue samples.
  public var samples: [UInt8] {
    Self.classes.map { $0 == self ? 255 : 0 }
  }
}

/// What becomes of images that show none of the classes.
public enum UnlabelledImages: String, Sendable, Codable, CaseIterable {
  /// They are negatives of every class, as published lists have them.
  case negatives

  /// They are left out, as some peers do.
  case leftOut = "left-out"
}

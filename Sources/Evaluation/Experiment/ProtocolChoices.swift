/// How an image is brought to the network's input size.
public enum ResizeRule: String, Sendable, Codable, CaseIterable {
  /// The whole image, its sides stretched independently, with Pillow's antialiased bicubic filter.
  case squashBicubic = "squash-bicubic"
}

/// How the position table is stretched to another grid than the checkpoint's.
public enum PositionInterpolation: String, Sendable, Codable, CaseIterable {
  /// Bilinear between the centres of cells (`align_corners = false`), as the released code does.
  case bilinear
}

/// How the scores of several names of one class become one score.
public enum AliasRule: String, Sendable, Codable, CaseIterable {
  /// The best name speaks for the class.
  case max
}

/// What becomes of pixels whose true label is none of the classes.
public enum BackgroundRule: String, Sendable, Codable, CaseIterable {
  /// They are not scored.
  case ignore
  /// Whatever is predicted there is wrong: it counts in the union of the predicted class.
  case falsePositive = "false-positive"
  /// The background is a class with a name of its own.
  case `class`
}

/// The numbers that the network computes with.
public enum Precision: String, Sendable, Codable, CaseIterable {
  /// IEEE single precision.
  case float32
}

/// What feature surgery takes out of the map of a text that points are chosen from.
public enum PointTexts: String, Sendable, Codable, CaseIterable {
  /// What the text shares with the empty one: each text stands for itself.
  case single

  /// What all classes of the list share.
  case classList = "class-list"
}

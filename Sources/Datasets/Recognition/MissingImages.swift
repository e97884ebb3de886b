/// What is done with images that a list names and that are not there.
public enum MissingImages: String, Sendable, Codable, CaseIterable {
  /// They are an error that counts them.
  case refuse

  /// They are no part of the data set, which names them.
  case leaveOut
}

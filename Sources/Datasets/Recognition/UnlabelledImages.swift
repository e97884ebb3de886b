/// What is done with images that show none of the classes.
///
/// In NUS-Wide they are more than a fifth. As negatives of every class they lower average precision,
/// and published numbers rarely say whether they were there.
public enum UnlabelledImages: String, Sendable, Codable, CaseIterable {
  /// They are negatives of every class.
  case keep

  /// They are no part of the data set.
  case leaveOut
}

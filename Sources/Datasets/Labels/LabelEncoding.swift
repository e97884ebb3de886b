/// What the values in a label file are.
public enum LabelEncoding: String, Sendable, Codable, CaseIterable {
  /// The data set's own numbers, to be mapped by its label table.
  case raw

  /// Train ids, 0 for the first class, and 255 for pixels that are not scored.
  case trainIDs = "train"
}

/// What the values in a label file are.
public enum LabelEncoding: String, Sendable, Codable, CaseIterable {
  /// The data set's own numbers, to be mapped by its label table.
  case raw

  /// What the customary converter makes of them: mostly train ids, 0 for the first class, and 255 for
  /// pixels that are not scored. ``LabelTable/convertedLabels`` knows the exceptions.
  case trainIDs = "train"
}

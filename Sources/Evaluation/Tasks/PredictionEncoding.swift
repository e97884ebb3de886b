/// What the values of saved predictions are.
public enum PredictionEncoding: String, Sendable, CaseIterable {
  /// Train ids: 0 for the first class, 255 where nothing is predicted.
  case train

  /// The raw labels of the data set's own files, mapped by its label table.
  case raw
}

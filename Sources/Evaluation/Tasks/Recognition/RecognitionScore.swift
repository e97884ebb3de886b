/// Where the score of an image and a class is read from, in the multi-label task.
enum RecognitionScore: Sendable, Equatable {
  /// The cosine of the class token with the class's text. A sigmoid of it ranks images the same.
  case cosine

  /// The softmax over the classes of the cosines, multiplied by a scale.
  case softmax

  /// What feature surgery makes of the cosines.
  case featureSurgery
}

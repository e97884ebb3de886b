/// Where the score of an image and a class is read from, in the multi-label task.
enum RecognitionScore: Sendable, Equatable {
  /// The similarity itself: the cosine of the class token with the class's text, which a sigmoid would
  /// rank the same, or what feature surgery makes of it.
  case asItIs

  /// The softmax over the classes of the similarities, multiplied by a scale.
  case softmax
}

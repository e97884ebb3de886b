/// What kind of scores one image's file holds.
enum ScoreMapContents: Sendable, Hashable {
  /// Tokens, which are yet to be held against texts.
  case tokens

  /// Finished scores, of places, of the image as a whole, or both.
  case scores(ofPlaces: Bool, ofImage: Bool)

  /// Tells the kind by the tensors that are there; `nil` where they exclude each other or none is there.
  init?(of tensors: Set<ScoreMapTensor>) {
    switch (tensors.contains(.tokens), tensors.contains(.scores), tensors.contains(.imageScores)) {
    case (true, false, false): self = .tokens
    case (false, let places, let image) where (places || image) && !tensors.contains(.grid):
      self = .scores(ofPlaces: places, ofImage: image)
    default: return nil
    }
  }

  /// What a file may hold, for messages.
  static let words = """
    scores [C, h, w] or image_scores [C] or both, or else tokens [1+N, D], with grid [2] where the \
    patches are no square
    """

  /// The kind in words.
  var words: String {
    switch self {
    case .tokens: "tokens"
    case .scores(ofPlaces: true, ofImage: true): "scores and image_scores"
    case .scores(ofPlaces: true, ofImage: false): "scores"
    case .scores: "image_scores"
    }
  }

  /// Whether a task can be answered with it.
  func serves(_ task: TaskKind) -> Bool {
    switch (self, task) {
    case (.tokens, _): true
    case (.scores(_, let ofImage), .recognition): ofImage
    case (.scores(let ofPlaces, _), .segmentation), (.scores(let ofPlaces, _), .explainability),
      (.scores(let ofPlaces, _), .points):
      ofPlaces
    }
  }

  /// What a task needs, for messages.
  static func words(neededFor task: TaskKind) -> String {
    switch task {
    case .recognition: "image_scores [C], or tokens [1+N, D] and texts"
    case .segmentation, .explainability, .points:
      "scores [C, h, w], or tokens [1+N, D] and texts"
    }
  }
}

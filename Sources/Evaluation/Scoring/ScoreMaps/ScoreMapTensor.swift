/// What a file of scores from elsewhere may hold; raw values are the tensors' names.
enum ScoreMapTensor: String, CaseIterable {
  /// How much each place of the image shows each class, `[C, h, w]`.
  case scores

  /// The class token, then the patches row by row, `[1+N, D]`.
  case tokens

  /// How much the image as a whole shows each class, `[C]`.
  case imageScores = "image_scores"

  /// The rows and columns of the patches, where they are no square, `[2]`.
  case grid

  /// Those that the one array of a file without names may be, told apart by their axes.
  static let ofImages: [ScoreMapTensor] = [.scores, .tokens, .imageScores]

  /// The number of axes.
  var axes: Int {
    switch self {
    case .scores: 3
    case .tokens: 2
    case .imageScores, .grid: 1
    }
  }

  /// The name and the axes, for messages.
  var words: String {
    switch self {
    case .scores: "scores [C, h, w]"
    case .tokens: "tokens [1+N, D]"
    case .imageScores: "image_scores [C]"
    case .grid: "grid [2]"
    }
  }
}

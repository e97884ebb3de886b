extension SceneCategory {
  /// Whether a caption may speak of one of several: "a car", but only "the sky".
  var isCountable: Bool {
    switch self {
    case .sky, .water, .sand, .grass: false
    default: true
    }
  }
}

/// Which pixels are outside of every class, where no class is said to be there.
public enum OutsideRule: String, Sendable, Codable, CaseIterable {
  /// Every pixel that is not void.
  case all

  /// Only pixels that the annotators looked at: a background counts, what was left unlabelled does not.
  case labelled
}

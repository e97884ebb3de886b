/// The three places the drawn world knows.
public enum SceneKind: CaseIterable, Sendable {
  /// Buildings, a road and what moves on it.
  case street

  /// Grass with animals, trees and fences.
  case meadow

  /// Water, sand and boats.
  case shore
}

/// What a thing in the drawn world is; each category bears the name the benchmarks give it.
///
/// The raw value is the category's place in ``allCases``, from 0.
public enum SceneCategory: Int, CaseIterable, Sendable {
  case sky
  case mountain
  case water
  case sand
  case grass
  case road
  case sidewalk
  case building
  case fence
  case tree
  case rock
  case person
  case car
  case bus
  case boat
  case bird
  case dog
  case sheep

  /// The category's name as class lists and captions write it.
  public var name: String { String(describing: self) }
}

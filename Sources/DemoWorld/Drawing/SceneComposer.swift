/// Makes up scenes: decides what is where and draws each object with simple shapes.
struct SceneComposer {
  /// The source of every decision.
  var random: SceneRandom

  /// The width of the scene in pixels.
  let width: Double

  /// The height of the scene in pixels.
  let height: Double

  /// The things placed so far.
  var objects: [SceneObject] = []

  /// The shorter side of the scene, the measure of every object.
  var side: Double { min(width, height) }

  /// Adds an object to the scene.
  mutating func add(_ category: SceneCategory?, depth: Double, _ parts: [ScenePart]) {
    objects.append(SceneObject(category: category, depth: depth, parts: parts))
  }

  /// The depth of something that stands on the ground at the given row: 0 at the lower side of the
  /// scene, 100 at its upper side.
  func depth(at row: Double) -> Double {
    100 * (1 - row / height)
  }

  /// A texture whose cells are `scale` of the scene's shorter side.
  mutating func texture(
    _ pattern: Texture.Pattern, _ base: Colour, _ accent: Colour, scale: Double,
    anchor: Point = Point(0, 0)
  ) -> Texture {
    Texture(
      pattern, base: base, accent: accent, scale: scale * side, anchor: anchor, seed: random.bits())
  }

  /// The height of a wavering line at the given number of equal steps across the scene.
  ///
  /// - Returns: the corners from left to right, beginning and ending outside the scene.
  mutating func profile(around row: Double, roughness: Double, steps: Int) -> [Point] {
    (0...steps).map { step in
      Point(
        width * (1.1 * Double(step) / Double(steps) - 0.05),
        row + random.number(-1...1) * roughness * side)
    }
  }

  /// Adds everything below a line, down to `bottom`.
  mutating func addGround(
    _ category: SceneCategory, below line: [Point], to bottom: Double, depth: Double,
    _ texture: Texture
  ) {
    let corners = line + [Point(width * 1.05, bottom), Point(-width * 0.05, bottom)]
    add(category, depth: depth, [ScenePart(outline: .polygon(corners), texture: texture)])
  }

  /// A straight line across the scene.
  func level(_ row: Double) -> [Point] {
    [Point(-width * 0.05, row), Point(width * 1.05, row)]
  }
}

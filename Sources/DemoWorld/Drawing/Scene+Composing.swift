extension Scene {
  /// Makes up scene number `index` of the world with the given seed.
  ///
  /// The same seed and index give the same scene on every machine.
  ///
  /// - Parameters:
  ///   - seed: the seed of the world.
  ///   - index: the number of the scene, from 0.
  ///   - sides: the range of the picture's sides in pixels.
  public init(seed: UInt64, index: Int, sides: ClosedRange<Int> = 128...224) {
    var random = SceneRandom(seed: seed, scene: index)
    let kind = random.choice(SceneKind.allCases)
    let width = random.count(sides)
    let height = random.count(sides)
    var composer = SceneComposer(random: random, width: Double(width), height: Double(height))
    switch kind {
    case .street: composer.composeStreet()
    case .meadow: composer.composeMeadow()
    case .shore: composer.composeShore()
    }
    random = composer.random
    let brightness = random.number(200...262)
    let exposure = Exposure(
      light: Colour(
        red: brightness + random.number(-10...10), green: brightness,
        blue: brightness + random.number(-12...12)),
      noise: random.number(2...14), noiseSeed: random.bits(), quality: random.count(60...94))
    self.init(
      kind: kind, width: width, height: height, objects: composer.objects, exposure: exposure)
  }
}

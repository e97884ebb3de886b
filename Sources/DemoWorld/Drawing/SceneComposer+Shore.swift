extension SceneComposer {
  /// Fills the scene with a shore.
  mutating func composeShore() {
    let open = random.happens(0.72)
    let horizon = open ? random.number(0.22...0.45) * height : -0.1 * height
    if open {
      addSky(to: horizon)
      if random.happens(0.4) { addMountain(on: horizon) }
    }
    addGround(.water, below: level(horizon), to: height + 1, depth: 500, waterTexture())
    let beach = max(horizon, 0.15 * height) + random.number(0.22...0.4) * height
    let landed = random.happens(0.85)
    if landed {
      let land: SceneCategory = random.happens(0.78) ? .sand : .grass
      addGround(
        land, below: profile(around: beach, roughness: 0.03, steps: 4), to: height + 1, depth: 450,
        land == .sand ? sandTexture() : grassTexture())
      if random.happens(0.18) {
        addGround(
          .sidewalk, below: level(height * random.number(0.84...0.9)), to: height + 1, depth: 200,
          sidewalkTexture())
      }
      if random.happens(0.2) {
        addFence(at: random.number(min(beach + 0.1 * height, 0.9 * height)...0.92 * height))
      }
      if random.happens(0.25) {
        addTree(
          at: somewhere(beach + 0.04 * height...0.95 * height),
          size: random.number(0.42...0.7) * side)
      }
    }
    let lowest = landed ? beach - 0.02 * height : 0.95 * height
    for _ in 0..<random.count(0...3) where random.happens(0.75) {
      addBoat(
        at: somewhere(max(horizon, 0.1 * height) + 0.08 * height...lowest),
        size: random.number(0.26...0.46) * side)
    }
    addGuests(
      from: landed ? beach + 0.08 * height : 0.6 * height, probability: 0.26,
      landed ? [.rock, .person, .dog, .bird, .person, .rock] : [.rock, .bird, .rock])
  }
}

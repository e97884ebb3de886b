extension SceneComposer {
  /// Fills the scene with a meadow.
  mutating func composeMeadow() {
    let open = random.happens(0.72)
    let horizon = open ? random.number(0.25...0.52) * height : -0.1 * height
    if open {
      addSky(to: horizon)
      if random.happens(0.5) { addMountain(on: horizon) }
    }
    addGround(
      .grass, below: profile(around: horizon, roughness: 0.035, steps: 5), to: height + 1,
      depth: 500, grassTexture())
    let top = max(horizon, 0.18 * height)
    if random.happens(0.38) { addPath(random.happens(0.6) ? .road : .sand, from: max(horizon, -1)) }
    if random.happens(0.25) {
      addPond(at: somewhere(top + 0.2 * height...0.92 * height))
    }
    if open, random.happens(0.25) {
      let gabled = random.happens(0.8)
      addBuilding(
        at: somewhere(horizon + 0.03 * height...horizon + 0.12 * height),
        width: random.number(0.34...0.55) * side, height: random.number(0.3...0.45) * side,
        gabled: gabled)
    }
    if random.happens(0.4) { addFence(at: random.number(top + 0.1 * height...0.85 * height)) }
    for _ in 0..<random.count(0...2) {
      addTree(
        at: somewhere(top + 0.04 * height...top + 0.3 * height),
        size: random.number(0.4...0.78) * side
      )
    }
    for _ in 0..<random.count(0...3) where random.happens(0.7) {
      addSheep(
        at: somewhere(top + 0.15 * height...0.97 * height), size: random.number(0.26...0.46) * side)
    }
    addGuests(
      from: top + 0.2 * height, probability: 0.24, [.rock, .person, .dog, .bird, .car])
  }
}

extension SceneComposer {
  /// Fills the scene with a street.
  mutating func composeStreet() {
    let open = random.happens(0.75)
    let ground = random.number(0.45...0.62) * height
    if open {
      addSky(to: ground)
      if random.happens(0.2) { addMountain(on: ground) }
    }
    addBackdrop(of: ground, open: open)
    let curb = ground + random.number(0.1...0.2) * height
    let verge: SceneCategory = random.happens(0.62) ? .sidewalk : .grass
    addGround(
      verge, below: level(ground), to: curb + 1, depth: 400,
      verge == .sidewalk ? sidewalkTexture() : grassTexture())
    let far = random.happens(0.3) ? height * random.number(0.84...0.92) : height + 1
    if random.happens(0.9) {
      addRoad(from: curb, to: far)
    } else {
      addGround(.sidewalk, below: level(curb), to: height + 1, depth: 390, sidewalkTexture())
    }
    if far < height {
      let near: SceneCategory = random.happens(0.5) ? .sidewalk : .grass
      addGround(
        near, below: level(far), to: height + 1, depth: 200,
        near == .sidewalk ? sidewalkTexture() : grassTexture())
    }
    if random.happens(0.3) { addFence(at: curb - 0.04 * height) }
    for _ in 0..<random.count(0...2) {
      addTree(at: somewhere(ground...curb), size: random.number(0.42...0.75) * side)
    }
    if random.happens(0.5) {
      addBus(
        at: somewhere(curb + 0.1 * height...0.95 * height), size: random.number(0.45...0.75) * side)
    }
    for _ in 0..<random.count(0...2) {
      addCar(
        at: somewhere(curb + 0.05 * height...0.97 * height), size: random.number(0.3...0.52) * side)
    }
    for _ in 0..<random.count(0...2) {
      addPerson(
        at: somewhere(curb - 0.02 * height...0.98 * height), size: random.number(0.3...0.54) * side
      )
    }
    addGuests(from: curb, probability: 0.16, [.dog, .bird, .rock])
  }

  private mutating func addBackdrop(of ground: Double, open: Bool) {
    if open, random.happens(0.2) {
      for _ in 0..<random.count(2...4) {
        addTree(
          at: somewhere(ground...ground + 0.03 * height), size: random.number(0.4...0.6) * side)
      }
      return
    }
    var x = -random.number(0...0.15) * width
    while x < width {
      let span = random.number(0.28...0.5) * side
      let gabled = open && random.happens(0.35)
      let tall =
        open
        ? ground * random.number(gabled ? 0.5...0.7 : 0.45...0.95) : ground + 0.1 * height
      if !open || random.happens(0.85) {
        addBuilding(
          at: Point(x + span / 2, ground + 1), width: span, height: tall, gabled: gabled)
      }
      x += span + (open && random.happens(0.4) ? random.number(0.03...0.2) * side : 0)
    }
    if !open {
      // Whatever the buildings leave is wall.
      addBuilding(
        at: Point(width / 2, ground + 1), width: width * 1.2, height: ground + 0.1 * height,
        gabled: false)
    }
  }
}

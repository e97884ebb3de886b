extension SceneComposer {
  /// A place on the ground between the given rows.
  mutating func somewhere(_ rows: ClosedRange<Double>) -> Point {
    Point(random.number(0.04...0.96) * width, random.number(rows))
  }

  /// Adds a fence along a row that spans all or a part of the scene.
  mutating func addFence(at row: Double) {
    let whole = random.happens(0.4)
    let left = whole ? -1 : random.number(-0.1...0.45) * width
    let right = whole ? width + 1 : left + random.number(0.45...0.8) * width
    addFence(from: left, to: right, at: row)
  }

  /// Adds each of the given things with the given probability, so that no place betrays what is in it.
  mutating func addGuests(
    from top: Double, probability: Double, _ categories: [SceneCategory]
  ) {
    let rows = min(top, 0.9 * height)...(0.97 * height)
    for category in categories where random.happens(probability) {
      addGuest(category, on: rows)
    }
    if random.happens(0.22) {
      addBird(
        at: somewhere(0.16 * height...0.45 * height), size: random.number(0.18...0.32) * side,
        flying: true)
    }
  }

  private mutating func addGuest(_ category: SceneCategory, on rows: ClosedRange<Double>) {
    let foot = somewhere(rows)
    switch category {
    case .person: addPerson(at: foot, size: random.number(0.32...0.56) * side)
    case .dog: addDog(at: foot, size: random.number(0.28...0.46) * side)
    case .bird: addBird(at: foot, size: random.number(0.2...0.34) * side, flying: false)
    case .rock: addRock(at: foot, size: random.number(0.26...0.48) * side)
    case .car: addCar(at: foot, size: random.number(0.3...0.48) * side)
    default: preconditionFailure("\(category) is no guest")
    }
  }
}

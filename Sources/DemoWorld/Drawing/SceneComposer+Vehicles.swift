extension SceneComposer {
  private mutating func bodyColour() -> Colour {
    random.colour([
      0xC23B32, 0x2F5FA8, 0xE0E2E4, 0x3A3D44, 0xD9A62E, 0x3F8F5B, 0x9AA0A8, 0xB4562E, 0x5AA0C8,
    ])
  }

  private static var glass: Colour { Colour(0x33424F) }
  private static var rubber: Colour { Colour(0x1E1F22) }

  private mutating func addWheels(
    to stencil: inout Stencil, at places: [Double], radius: Double
  ) {
    let hub = random.colour([0xA8ACB0, 0xD0D2D4])
    for place in places {
      stencil.circle(place, 0.13, radius, .plain(Self.rubber))
      stencil.circle(place, 0.13, radius * 0.5, .plain(hub))
    }
  }

  /// Adds a car whose wheels touch the given place.
  mutating func addCar(at foot: Point, size: Double) {
    var car = Stencil(
      foot: foot, width: size, height: size * random.number(0.4...0.48),
      mirrored: random.happens(0.5))
    let colour = bodyColour()
    let body = Texture.plain(colour)
    let hatchback = random.happens(0.4)
    let tail = hatchback ? -0.46 : -0.28
    car.polygon(
      [
        (-0.5, 0.14), (0.5, 0.14), (0.5, 0.42), (0.44, 0.5), (0.24, 0.56), (0.1, 0.96),
        (tail + 0.08, 0.98), (tail - 0.03, 0.6), (-0.49, 0.54),
      ], body)
    car.polygon(
      [(0.19, 0.58), (0.08, 0.9), (-0.05, 0.9), (-0.05, 0.58)], .plain(Self.glass))
    car.polygon(
      [(-0.09, 0.58), (-0.09, 0.9), (tail + 0.11, 0.9), (tail + 0.06, 0.58)], .plain(Self.glass))
    car.rectangle(-0.5...0.5, 0.14...0.22, .plain(colour.scaled(by: 0.6)))
    car.rectangle(0.44...0.5, 0.36...0.45, .plain(Colour(0xFFF0B0)))
    car.rectangle(-0.5...(-0.46), 0.38...0.48, .plain(Colour(0xB02020)))
    addWheels(to: &car, at: [-0.29, 0.29], radius: 0.1)
    add(.car, depth: depth(at: foot.y), car.parts)
  }

  /// Adds a bus whose wheels touch the given place.
  mutating func addBus(at foot: Point, size: Double) {
    var bus = Stencil(
      foot: foot, width: size, height: size * random.number(0.46...0.56),
      mirrored: random.happens(0.5))
    let colour = random.colour([0xE3B72C, 0xC8392F, 0x3A7AB8, 0xE4E4E0, 0x4E9A5E, 0xE07A30])
    bus.polygon(
      [
        (-0.5, 0.12), (0.5, 0.12), (0.5, 0.8), (0.46, 0.97), (-0.48, 0.97), (-0.5, 0.9),
      ], .plain(colour))
    bus.rectangle(-0.5...0.5, 0.34...0.42, .plain(colour.mixed(with: Colour(0xFFFFFF), share: 0.6)))
    for window in 0..<5 {
      let left = -0.46 + 0.155 * Double(window)
      bus.rectangle(left...(left + 0.125), 0.5...0.84, .plain(Self.glass.scaled(by: 1.3)))
    }
    bus.rectangle(0.34...0.47, 0.18...0.84, .plain(Self.glass))
    bus.rectangle(0.4...0.41, 0.18...0.84, .plain(colour))
    bus.rectangle(-0.5...0.5, 0.12...0.18, .plain(colour.scaled(by: 0.55)))
    addWheels(to: &bus, at: [-0.3, 0.2], radius: 0.075)
    add(.bus, depth: depth(at: foot.y), bus.parts)
  }

  /// Adds a boat whose hull reaches down to the given place.
  mutating func addBoat(at foot: Point, size: Double) {
    let sailing = random.happens(0.6)
    var boat = Stencil(
      foot: foot, width: size, height: size * (sailing ? 1.0 : 0.55),
      mirrored: random.happens(0.5))
    let hull = random.colour([0x8A5A36, 0xE8E8E4, 0xB23A34, 0x2E4F7C, 0x4A7F6A])
    let deck = sailing ? 0.26 : 0.45
    boat.polygon(
      [(-0.36, 0), (0.3, 0), (0.5, deck), (-0.48, deck)], .plain(hull))
    boat.polygon(
      [(-0.47, deck * 0.8), (0.48, deck * 0.8), (0.5, deck), (-0.48, deck)],
      .plain(hull.mixed(with: Colour(0xFFFFFF), share: 0.5)))
    if sailing {
      let sail = random.colour([0xF6F4EC, 0xF2E2C4, 0xD8483C, 0xEDB84C])
      boat.rectangle(-0.06...(-0.02), deck...1, .plain(Colour(0x6A4A30)))
      boat.polygon([(0.0, deck + 0.05), (0.42, deck + 0.05), (0.0, 0.98)], .plain(sail))
      boat.polygon(
        [(-0.08, deck + 0.07), (-0.42, deck + 0.07), (-0.08, 0.88)], .plain(sail.scaled(by: 0.9)))
    } else {
      boat.rectangle(-0.25...0.16, deck...0.8, .plain(random.colour([0xF0EEE6, 0xE0C9A0])))
      boat.rectangle(-0.2...(-0.08), 0.55...0.72, .plain(Self.glass))
      boat.rectangle(-0.02...0.1, 0.55...0.72, .plain(Self.glass))
      boat.rectangle(-0.18...(-0.08), 0.8...1, .plain(random.colour([0xB83C34, 0x34383E])))
    }
    add(.boat, depth: depth(at: foot.y), boat.parts)
  }
}

extension SceneComposer {
  /// Adds a person who stands at the given place.
  mutating func addPerson(at foot: Point, size: Double) {
    var person = Stencil(
      foot: foot, width: size * random.number(0.4...0.48), height: size,
      mirrored: random.happens(0.5))
    let skin = Texture.plain(random.colour([0xF0C8A4, 0xD49C70, 0x8C5A3C, 0xE4B088]))
    let shirt = random.colour([
      0xD23F3A, 0x2F6FC0, 0xE8C23A, 0x3C9A60, 0x7A4A9C, 0xF0F0EC, 0x34363C, 0xE2803A,
    ])
    let trousers = Texture.plain(random.colour([0x2E3C5C, 0x3C3C40, 0x6A5840, 0x4A6088, 0xB0A890]))
    person.polygon(
      [(-0.24, 0), (-0.04, 0), (0.0, 0.34), (0.06, 0), (0.26, 0), (0.22, 0.48), (-0.22, 0.48)],
      trousers)
    person.polygon(
      [(-0.22, 0.78), (-0.34, 0.74), (-0.48, 0.44), (-0.36, 0.42), (-0.2, 0.66)],
      .plain(shirt.scaled(by: 0.85)))
    person.polygon(
      [(0.22, 0.78), (0.34, 0.74), (0.48, 0.44), (0.36, 0.42), (0.2, 0.66)],
      .plain(shirt.scaled(by: 0.85)))
    person.polygon(
      [(-0.24, 0.45), (0.24, 0.45), (0.27, 0.74), (0.18, 0.8), (-0.18, 0.8), (-0.27, 0.74)],
      .plain(shirt))
    person.circle(-0.42, 0.42, 0.07, skin)
    person.circle(0.42, 0.42, 0.07, skin)
    person.ellipse(
      0, 0.91, 0.22, 0.095, .plain(random.colour([0x3A2A20, 0x6A4428, 0xC8A050, 0x222224])))
    person.ellipse(0.02, 0.885, 0.19, 0.085, skin)
    add(.person, depth: depth(at: foot.y), person.parts)
  }

  /// Adds a bird around the given place, gliding or perched.
  mutating func addBird(at place: Point, size: Double, flying: Bool) {
    let colour = random.colour([0xF2F2EE, 0x34383E, 0x7A5A44, 0x3E6CA8, 0xB8443C, 0x8C929A])
    let wing = Texture.plain(colour.scaled(by: 0.72))
    let beak = Texture.plain(Colour(0xE8A02C))
    if flying {
      var bird = Stencil(
        foot: place, width: size * 1.3, height: size * random.number(0.6...0.8),
        mirrored: random.happens(0.5))
      bird.polygon([(-0.05, 0.4), (-0.3, 0.98), (-0.5, 0.7), (-0.2, 0.3)], wing)
      bird.polygon([(0.05, 0.4), (0.24, 1), (0.46, 0.8), (0.2, 0.3)], wing)
      bird.polygon([(0.3, 0.35), (0.44, 0.3), (0.3, 0.24)], beak)
      bird.ellipse(0, 0.3, 0.24, 0.2, .plain(colour))
      bird.ellipse(0.22, 0.36, 0.1, 0.14, .plain(colour))
      bird.polygon([(-0.18, 0.36), (-0.44, 0.3), (-0.42, 0.1), (-0.16, 0.2)], .plain(colour))
      add(.bird, depth: 60, bird.parts)
    } else {
      var bird = Stencil(
        foot: place, width: size * 1.1, height: size * 0.95, mirrored: random.happens(0.5))
      let leg = Texture.plain(Colour(0xB07030))
      bird.rectangle(-0.06...0, 0...0.3, leg)
      bird.rectangle(0.08...0.14, 0...0.3, leg)
      bird.polygon([(-0.2, 0.5), (-0.5, 0.36), (-0.48, 0.2), (-0.14, 0.28)], wing)
      bird.polygon([(0.38, 0.82), (0.5, 0.74), (0.38, 0.68)], beak)
      bird.ellipse(0.02, 0.44, 0.27, 0.25, .plain(colour))
      bird.ellipse(0.26, 0.76, 0.15, 0.18, .plain(colour))
      bird.ellipse(-0.08, 0.44, 0.18, 0.14, wing)
      bird.circle(0.3, 0.79, 0.03, .plain(Colour(0x101010)))
      add(.bird, depth: depth(at: place.y), bird.parts)
    }
  }

  /// Adds a dog that stands at the given place.
  mutating func addDog(at foot: Point, size: Double) {
    var dog = Stencil(
      foot: foot, width: size, height: size * random.number(0.72...0.85),
      mirrored: random.happens(0.5))
    let colour = random.colour([0x8A5A34, 0xC89A60, 0x3C3430, 0xB47040, 0xE6DCC8])
    let coat = Texture.plain(colour)
    let shade = Texture.plain(colour.scaled(by: 0.72))
    dog.polygon([(-0.36, 0.6), (-0.5, 0.92), (-0.42, 0.94), (-0.28, 0.64)], coat)
    for leg in [-0.3, 0.12] {
      dog.rectangle((leg + 0.08)...(leg + 0.17), 0...0.42, shade)
      dog.rectangle(leg...(leg + 0.09), 0...0.42, coat)
    }
    dog.ellipse(-0.05, 0.5, 0.32, 0.2, coat)
    if random.happens(0.35) {
      dog.ellipse(
        -0.1, 0.54, 0.12, 0.12, .plain(random.colour([0xF0EAE0, 0x4A3A30])))
    }
    dog.ellipse(0.24, 0.72, 0.16, 0.19, coat)
    dog.polygon([(0.3, 0.78), (0.5, 0.68), (0.5, 0.58), (0.28, 0.56)], coat)
    dog.circle(0.48, 0.66, 0.035, .plain(Colour(0x161412)))
    dog.polygon([(0.12, 0.9), (0.24, 0.9), (0.16, 0.58), (0.08, 0.62)], shade)
    dog.circle(0.3, 0.77, 0.025, .plain(Colour(0x161412)))
    add(.dog, depth: depth(at: foot.y), dog.parts)
  }

  /// Adds a sheep that stands at the given place.
  mutating func addSheep(at foot: Point, size: Double) {
    var sheep = Stencil(
      foot: foot, width: size, height: size * random.number(0.68...0.78),
      mirrored: random.happens(0.5))
    let colour = random.colour([0xF2EEE4, 0xE8E0CE, 0xDAD4C8, 0x6A6058])
    let wool = texture(
      .mottled(horizontal: 1, vertical: 1), colour, colour.scaled(by: 0.8), scale: 0.03)
    let dark = Texture.plain(random.colour([0x34302E, 0x4C4440, 0xC8B8A4]))
    for leg in [-0.28, -0.12, 0.1, 0.24] {
      sheep.rectangle(leg...(leg + 0.07), 0...0.35, dark)
    }
    for (x, y) in [
      (-0.28, 0.5), (-0.1, 0.42), (0.12, 0.42), (0.26, 0.52), (-0.24, 0.7), (-0.04, 0.78),
      (0.16, 0.72), (0, 0.58),
    ] {
      sheep.ellipse(x, y, 0.19, 0.2, wool)
    }
    sheep.ellipse(0.4, 0.7, 0.11, 0.17, dark)
    sheep.ellipse(0.33, 0.82, 0.12, 0.1, wool)
    sheep.polygon([(0.3, 0.76), (0.2, 0.7), (0.22, 0.64), (0.33, 0.68)], dark)
    add(.sheep, depth: depth(at: foot.y), sheep.parts)
  }
}

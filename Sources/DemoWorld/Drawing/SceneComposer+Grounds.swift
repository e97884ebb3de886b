extension SceneComposer {
  /// Adds the sky down to the given row, sometimes with the sun in it.
  mutating func addSky(to horizon: Double) {
    let base = random.colour([0x6FA8DC, 0x8EC3EE, 0x5B8FCB, 0xA9C4D6, 0xC6CCD2, 0xF0B27A, 0x9FB4D8])
    let cloud = random.colour([0xF4F6F8, 0xE4E8EC, 0xFCEBDD, 0xCBD2D9])
    let cloudy = random.happens(0.55)
    let painted =
      cloudy
      ? texture(.cloudy, base, cloud, scale: random.number(0.12...0.24))
      : texture(.gradient, base, cloud, scale: max(horizon, 1) / side * 1.2)
    addGround(
      .sky, below: level(-1), to: horizon + 0.12 * side, depth: 1000, painted)
    if !cloudy, random.happens(0.4) {
      var sun = Stencil(
        foot: Point(random.number(0.1...0.9) * width, random.number(0.3...0.6) * horizon),
        width: random.number(0.1...0.15) * side, height: 1)
      sun.circle(0, 0, 0.5, .plain(random.colour([0xFFE27A, 0xFFF3C4])))
      add(nil, depth: 950, sun.parts)
    }
  }

  /// Adds a ridge of mountains that stands on the given row.
  mutating func addMountain(on horizon: Double) {
    let peaks = random.count(2...4)
    let reach = min(random.number(0.2...0.38) * height, max(horizon * 0.85, 0.1 * height))
    let base = random.colour([0x7E8794, 0x6E6A86, 0x8A7F74, 0x64786E, 0x93A0B4])
    let texture = texture(
      .mottled(horizontal: 0.6, vertical: 1.4), base, base.scaled(by: 0.72), scale: 0.07)
    let left = random.number(-0.15...0.2) * width
    let right = random.number(0.8...1.15) * width
    var line = [Point(left, horizon + 0.1 * side)]
    var caps: [ScenePart] = []
    let snow = random.happens(0.5) ? random.colour([0xF1F4F7]) : base.scaled(by: 1.12)
    for peak in 0..<peaks {
      let share = (Double(peak) + random.number(0.3...0.7)) / Double(peaks)
      let top = Point(left + share * (right - left), horizon - reach * random.number(0.6...1))
      let valley = Point(
        left + Double(peak + 1) / Double(peaks) * (right - left),
        horizon - reach * random.number(0.05...0.35))
      if let last = line.last {
        let cap = 0.3
        caps.append(
          ScenePart(
            outline: .polygon([
              top,
              Point(top.x + cap * (valley.x - top.x), top.y + cap * (valley.y - top.y)),
              Point(top.x, top.y + 0.22 * reach),
              Point(top.x + cap * (last.x - top.x), top.y + cap * (last.y - top.y)),
            ]), texture: .plain(snow)))
      }
      line += [top, valley]
    }
    line[line.count - 1] = Point(right, horizon + 0.1 * side)
    add(.mountain, depth: 900, [ScenePart(outline: .polygon(line), texture: texture)] + caps)
  }

  /// The look of a lawn.
  mutating func grassTexture() -> Texture {
    let base = random.colour([0x6FA046, 0x7FB356, 0x5B8C3A, 0x93A94C, 0xA8A858])
    return texture(
      .mottled(horizontal: 0.55, vertical: 1.5), base, base.scaled(by: 0.74),
      scale: random.number(0.022...0.04))
  }

  /// The look of a beach.
  mutating func sandTexture() -> Texture {
    let base = random.colour([0xE6CE9A, 0xDCC08A, 0xEED9B0, 0xCFB487, 0xD9C7A2])
    return texture(.speckled, base, base.scaled(by: 0.84), scale: 0.014)
  }

  /// The look of a lake or the sea.
  mutating func waterTexture() -> Texture {
    let base = random.colour([0x3E7FB0, 0x2F6C9C, 0x4FA3A8, 0x5C8FA8, 0x6C8C9C, 0x3B8C8C])
    return texture(
      .mottled(horizontal: 4, vertical: 0.6), base,
      base.mixed(with: Colour(0xE8F4F8), share: random.number(0.3...0.55)),
      scale: random.number(0.025...0.045))
  }

  /// The look of asphalt.
  mutating func roadTexture() -> Texture {
    let base = random.colour([0x6A6C70, 0x585B60, 0x7C7C7A, 0x4C5058])
    return texture(.speckled, base, base.scaled(by: 1.14), scale: 0.011)
  }

  /// The look of a pavement of flagstones.
  mutating func sidewalkTexture() -> Texture {
    let base = random.colour([0xB9B4AC, 0xC8C2B6, 0xA8A6A4, 0xC2A896])
    return texture(.tiles, base, base.scaled(by: 0.76), scale: random.number(0.055...0.085))
  }

  /// Adds a road across the scene with its markings.
  mutating func addRoad(from top: Double, to bottom: Double) {
    let asphalt = roadTexture()
    var parts = [
      ScenePart(
        outline: .polygon(level(top) + level(bottom).reversed()), texture: asphalt)
    ]
    let paint = random.colour([0xEDEDE6, 0xE9D27A])
    let middle = top + (bottom - top) * random.number(0.45...0.6)
    let thickness = max(0.09 * (bottom - top), 1.5)
    let dash = random.number(0.14...0.24) * side
    var x = -random.unit() * dash
    if random.happens(0.85) {
      while x < width {
        parts.append(
          ScenePart(
            outline: .polygon([
              Point(x, middle), Point(x + 0.55 * dash, middle),
              Point(x + 0.5 * dash, middle + thickness), Point(x - 0.05 * dash, middle + thickness),
            ]), texture: .plain(paint)))
        x += dash
      }
    }
    add(.road, depth: 300 + depth(at: bottom), parts)
  }

  /// Adds a path that comes from the horizon towards the viewer.
  mutating func addPath(_ category: SceneCategory, from horizon: Double) {
    let texture = category == .road ? roadTexture() : sandTexture()
    let far = random.number(0.25...0.75) * width
    let near = random.number(0.2...0.8) * width
    let span = random.number(0.22...0.36) * width
    let corners = [
      Point(far - 0.06 * width, horizon), Point(far + 0.06 * width, horizon),
      Point(near + span, height + 1), Point(near - span, height + 1),
    ]
    add(category, depth: 300, [ScenePart(outline: .polygon(corners), texture: texture)])
  }

  /// Adds a pond.
  mutating func addPond(at centre: Point) {
    var pond = Stencil(
      foot: centre, width: random.number(0.5...0.9) * side,
      height: random.number(0.18...0.28) * side)
    let water = waterTexture()
    pond.ellipse(0, 0, 0.5, 0.5, water)
    pond.ellipse(random.number(-0.3...0.3), 0.12, 0.4, 0.45, water)
    add(.water, depth: 290, pond.parts)
  }
}

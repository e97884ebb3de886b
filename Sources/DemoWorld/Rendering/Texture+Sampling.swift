extension Texture {
  /// The colour at a place.
  func colour(at place: Point) -> Colour {
    let x = (place.x - anchor.x) / scale
    let y = (place.y - anchor.y) / scale
    switch pattern {
    case .plain:
      return base
    case .gradient:
      return base.mixed(with: accent, share: min(max(y, 0), 1))
    case .speckled:
      let share = LatticeNoise.value(
        Int(x.rounded(.down)), Int(y.rounded(.down)), seed: seed)
      return base.mixed(with: accent, share: share)
    case .mottled(let horizontal, let vertical):
      return base.mixed(
        with: accent, share: LatticeNoise.fractal(x / horizontal, y / vertical, seed: seed))
    case .cloudy:
      let cover = LatticeNoise.fractal(x / 2.2, y, seed: seed)
      return base.mixed(with: accent, share: min(max((cover - 0.5) * 3.2, 0), 1))
    case .planks:
      return planks(x)
    case .tiles:
      return tiles(x, y)
    case .windows:
      return windows(x, y)
    }
  }

  private func planks(_ x: Double) -> Colour {
    let plank = x.rounded(.down)
    if x - plank < 0.2 { return accent }
    return base.scaled(by: 0.9 + 0.2 * LatticeNoise.value(Int(plank), 0, seed: seed))
  }

  private func tiles(_ x: Double, _ y: Double) -> Colour {
    let row = y.rounded(.down)
    // Slanted joints and stones wider than high lay the pavement flat.
    let slanted = x / 2.4 + y * 0.25
    let column = slanted.rounded(.down)
    if y - row < 0.14 || slanted - column < 0.06 { return accent }
    return base.scaled(by: 0.93 + 0.14 * LatticeNoise.value(Int(column), Int(row), seed: seed))
  }

  private func windows(_ x: Double, _ y: Double) -> Colour {
    let column = x.rounded(.down)
    let row = y.rounded(.down)
    let across = x - column
    let down = y - row
    guard across > 0.24, across < 0.76, down > 0.22, down < 0.78 else { return base }
    let luck = LatticeNoise.value(Int(column), Int(row), seed: seed)
    return luck < 0.2 ? Colour(0xF5DC8C) : accent.scaled(by: 0.85 + 0.3 * luck)
  }
}

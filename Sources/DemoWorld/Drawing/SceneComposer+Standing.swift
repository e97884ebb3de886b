extension SceneComposer {
  /// Adds a tree whose trunk stands at the given place, leafy or a conifer.
  mutating func addTree(at foot: Point, size: Double) {
    var tree = Stencil(
      foot: foot, width: size * random.number(0.55...0.75), height: size)
    let bark = Texture.plain(random.colour([0x6A4A30, 0x54402E, 0x806048]))
    tree.rectangle(-0.08...0.08, 0...0.45, bark)
    if random.happens(0.65) {
      let leaf = random.colour([0x3F7A36, 0x2F6432, 0x578A3A, 0x4A6F2C, 0xB8742C, 0xC2963A])
      let crown = texture(
        .mottled(horizontal: 1, vertical: 1), leaf, leaf.scaled(by: 0.55),
        scale: random.number(0.03...0.05))
      for _ in 0..<3 {
        tree.ellipse(
          random.number(-0.22...0.22), random.number(0.5...0.68), random.number(0.22...0.3),
          random.number(0.16...0.22), crown)
      }
      tree.ellipse(0, 0.7, 0.36, 0.26, crown)
    } else {
      let needle = random.colour([0x2C5A3C, 0x24503A, 0x3C6A48, 0x3A5C30])
      let crown = texture(
        .mottled(horizontal: 0.6, vertical: 1.2), needle, needle.scaled(by: 0.6), scale: 0.03)
      tree.polygon([(-0.46, 0.14), (0.46, 0.14), (0, 0.62)], crown)
      tree.polygon([(-0.38, 0.38), (0.38, 0.38), (0, 0.82)], crown)
      tree.polygon([(-0.28, 0.6), (0.28, 0.6), (0, 1)], crown)
    }
    add(.tree, depth: depth(at: foot.y), tree.parts)
  }

  /// Adds a fence of boards along the given row.
  mutating func addFence(from left: Double, to right: Double, at row: Double) {
    let tall = random.number(0.15...0.24) * side
    let board = random.number(0.04...0.06) * side
    let colour = random.colour([0xF0EEE6, 0x9A6E46, 0x7C5A3C, 0xB08860, 0x8C9094, 0x5C8A6C])
    let boards = texture(
      .planks, colour, colour.scaled(by: 0.5), scale: board / side, anchor: Point(left, row))
    var corners = [Point(left, row)]
    let pointed = random.happens(0.7)
    let count = max(Int((right - left) / board), 1)
    for index in 0..<count {
      let start = left + Double(index) * board
      corners += [
        Point(start, row - tall * 0.85),
        Point(start + board / 2, row - tall * (pointed ? 1 : 0.85)),
      ]
    }
    let end = left + Double(count) * board
    corners += [Point(end, row - tall * 0.85), Point(end, row)]
    let rail = Texture.plain(colour.scaled(by: 0.78))
    let rails = [0.3, 0.66].map { share in
      ScenePart(
        outline: .polygon([
          Point(left, row - tall * share), Point(end, row - tall * share),
          Point(end, row - tall * (share - 0.09)), Point(left, row - tall * (share - 0.09)),
        ]), texture: rail)
    }
    add(
      .fence, depth: depth(at: row),
      [ScenePart(outline: .polygon(corners), texture: boards)] + rails)
  }

  /// Adds a rock that lies at the given place.
  mutating func addRock(at foot: Point, size: Double) {
    var rock = Stencil(
      foot: foot, width: size, height: size * random.number(0.5...0.75),
      mirrored: random.happens(0.5))
    let colour = random.colour([0x8A8884, 0x76706A, 0x9C9488, 0x6C747C, 0xA08C78])
    let stone = texture(
      .mottled(horizontal: 1, vertical: 0.7), colour, colour.scaled(by: 0.66), scale: 0.025)
    let dark = texture(
      .mottled(horizontal: 1, vertical: 0.7), colour.scaled(by: 0.68), colour.scaled(by: 0.48),
      scale: 0.025)
    let peak = random.number(-0.15...0.2)
    rock.polygon(
      [
        (-0.5, 0), (0.5, 0), (0.47, random.number(0.25...0.5)), (0.3, random.number(0.6...0.85)),
        (peak, 1), (-0.3, random.number(0.65...0.85)), (-0.47, random.number(0.2...0.45)),
      ], stone)
    rock.polygon(
      [(-0.5, 0), (0.12, 0), (-0.06, 0.45), (-0.3, 0.66), (-0.47, 0.22)], dark)
    add(.rock, depth: depth(at: foot.y), rock.parts)
  }

  /// Adds a building that stands on the given row: a house with a gable or a block with a flat roof.
  mutating func addBuilding(at foot: Point, width: Double, height: Double, gabled: Bool) {
    var building = Stencil(foot: foot, width: width, height: height)
    let wall = random.colour([
      0xC8B49A, 0xB86E54, 0xD8D2C4, 0x9C8478, 0xA8B0B8, 0xE0C890, 0x8C6A5C, 0xBCC4B4, 0x7C8894,
    ])
    let glass = random.colour([0x4A5C70, 0x384450, 0x7C98B0])
    let eaves = gabled ? 0.68 : 0.97
    let cell = gabled ? random.number(0.1...0.13) : random.number(0.075...0.12)
    building.rectangle(
      -0.5...0.5, 0...eaves,
      texture(.windows, wall, glass, scale: cell, anchor: building.place(-0.5, eaves)))
    let roof = Texture.plain(
      random.colour([0x8C3C30, 0x5C4A44, 0x4C5864, 0xA85C3C]))
    if gabled {
      building.polygon([(-0.56, eaves - 0.02), (0.56, eaves - 0.02), (0.3, 1), (-0.3, 1)], roof)
      building.rectangle(-0.09...0.09, 0...0.26, .plain(roof.base.scaled(by: 0.8)))
    } else {
      building.rectangle(-0.5...0.5, eaves...1, roof)
    }
    add(.building, depth: 250 + depth(at: foot.y), building.parts)
  }
}

/// The seeded random numbers the world is drawn from: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// The standard library does not promise that its own distributions stay the same between releases,
/// so ranges and choices are made here from the raw 64-bit numbers.
struct SceneRandom {
  private var state: UInt64

  /// Creates the generator of scene number `index` of the world with the given seed; every scene has a
  /// stream of its own, so it is the same whatever is drawn before it.
  init(seed: UInt64, scene index: Int) {
    state = LatticeNoise.mixed(seed &+ LatticeNoise.mixed(UInt64(index) &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// The next 64 random bits.
  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return LatticeNoise.mixed(state)
  }

  /// A number in `[0, 1)`, a multiple of 2⁻⁵³.
  mutating func unit() -> Double {
    Double(bits() >> 11) * 0x1p-53
  }

  /// A number in the range.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A whole number in the range.
  mutating func count(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  /// Whether something of the given probability happens.
  mutating func happens(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One of the elements.
  ///
  /// - Precondition: there is one.
  mutating func choice<Element>(_ elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "Nothing to choose from")
    return elements[count(0...elements.count - 1)]
  }

  /// The elements in random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var shuffled = elements
    for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
      shuffled.swapAt(last, count(0...last))
    }
    return shuffled
  }

  /// One of the colours, a little lighter or darker and a little off.
  mutating func colour(_ palette: [UInt32]) -> Colour {
    let colour = Colour(choice(palette)).scaled(by: number(0.86...1.12))
    return Colour(
      red: colour.red + number(-12...12),
      green: colour.green + number(-12...12),
      blue: colour.blue + number(-12...12))
  }
}

import Imaging
import TestSupport
import Testing

@Suite("Resizing")
struct ResizingTests {
  @Test("a plain colour stays plain at any size", arguments: ResamplingFilter.allCases)
  func keepsPlainColour(_ filter: ResamplingFilter) {
    let image = RGBImage(width: 7, height: 5, samples: [UInt8](repeating: 201, count: 105))
    for (width, height) in [(1, 1), (3, 2), (7, 9), (50, 5), (64, 64), (2, 100)] {
      expectEqual(
        image.resized(toWidth: width, height: height, with: filter),
        RGBImage(
          width: width, height: height,
          samples: [UInt8](repeating: 201, count: width * height * 3)), "\(width) × \(height)")
    }
  }

  @Test("the same size gives the same picture", arguments: ResamplingFilter.allCases)
  func keepsSize(_ filter: ResamplingFilter) {
    var generator = SplitMix64(seed: 1)
    let image = RGBImage.random(width: 9, height: 4, using: &generator)
    #expect(image.resized(toWidth: 9, height: 4, with: filter) == image)
  }

  /// The definition, one output pixel at a time, in one dimension.
  private func reference(_ line: [UInt8], to count: Int, with filter: ResamplingFilter) -> [UInt8] {
    let scale = Double(line.count) / Double(count)
    let stretch = max(scale, 1)
    let reach = (filter == .bicubic ? 2 : 1) * stretch
    return (0..<count).map { target in
      let centre = (Double(target) + 0.5) * scale
      let window = max(Int(centre - reach + 0.5), 0)..<min(Int(centre + reach + 0.5), line.count)
      let weights = window.map { source -> Double in
        let x = abs((Double(source) - centre + 0.5) * (1 / stretch))
        guard filter == .bicubic else { return x < 1 ? 1 - x : 0 }
        if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0
      }
      let sum = weights.reduce(0, +)
      let fixed = weights.map { Int(($0 / sum * 4_194_304).rounded(.toNearestOrAwayFromZero)) }
      let total = zip(window, fixed).reduce(1 << 21) { $0 + Int(line[$1.0]) * $1.1 }
      return UInt8(min(max(total >> 22, 0), 255))
    }
  }

  @Test(
    "rows and columns are resized by Pillow's definition",
    arguments: ResamplingFilter.allCases, 0..<12 as Range<UInt64>)
  func followsDefinition(_ filter: ResamplingFilter, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let newCount = Int.random(in: 1...60, using: &generator)
    let line = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    // Three different channels, so that none is mistaken for another.
    let channels = [line, line.map { 255 - $0 }, Array(line.reversed())]
    let samples = (0..<count).flatMap { index in channels.map { $0[index] } }
    let resized = channels.map { reference($0, to: newCount, with: filter) }
    let expected = (0..<newCount).flatMap { index in resized.map { $0[index] } }
    expectEqual(
      RGBImage(width: count, height: 1, samples: samples)
        .resized(toWidth: newCount, height: 1, with: filter),
      RGBImage(width: newCount, height: 1, samples: expected), "row, seed \(seed)")
    expectEqual(
      RGBImage(width: 1, height: count, samples: samples)
        .resized(toWidth: 1, height: newCount, with: filter),
      RGBImage(width: 1, height: newCount, samples: expected), "column, seed \(seed)")
  }

  @Test("a black and white edge overshoots in the cubic and is cut off at 0 and 255")
  func cutsOvershoot() {
    let edge = RGBImage(
      width: 4, height: 1, samples: [0, 0, 0, 0, 0, 0] + [255, 255, 255, 255, 255, 255])
    let wide = edge.resized(toWidth: 16, height: 1, with: .bicubic)
    let red = stride(from: 0, to: 48, by: 3).map { wide.samples[$0] }
    #expect(red.min() == 0 && red.max() == 255)
    #expect(red == red.sorted())
  }

  /// The sizes are width × height before and after.
  struct Order: CustomStringConvertible, Sendable {
    let from: (width: Int, height: Int)
    let to: (width: Int, height: Int)
    let columnsFirst: Bool

    var description: String {
      "\(from.width) × \(from.height) → \(to.width) × \(to.height)"
    }
  }

  /// Around the boundary at which Pillow 13 turns: the loss of height is twice the loss of width.
  static let orders = [
    Order(from: (40, 50), to: (20, 10), columnsFirst: false),
    Order(from: (40, 51), to: (20, 10), columnsFirst: true),
    Order(from: (80, 131), to: (35, 40), columnsFirst: true),
    Order(from: (80, 130), to: (35, 40), columnsFirst: false),
    Order(from: (20, 30), to: (25, 29), columnsFirst: true),
    Order(from: (20, 30), to: (45, 31), columnsFirst: false),
  ]

  @Test(
    "columns come first where Pillow 13 takes them first, and never in Pillow 12", arguments: orders
  )
  func ordersPasses(_ order: Order) {
    var generator = SplitMix64(seed: 9)
    let (width, height) = order.to
    let image = RGBImage.random(
      width: order.from.width, height: order.from.height, using: &generator)
    let rowsFirst = image.resized(toWidth: width, height: order.from.height, with: .bicubic)
      .resized(toWidth: width, height: height, with: .bicubic)
    let columnsFirst = image.resized(toWidth: order.from.width, height: height, with: .bicubic)
      .resized(toWidth: width, height: height, with: .bicubic)
    #expect(rowsFirst != columnsFirst)
    expectEqual(
      image.resized(toWidth: width, height: height, with: .bicubic),
      order.columnsFirst ? columnsFirst : rowsFirst, "Pillow 13")
    expectEqual(
      image.resized(toWidth: width, height: height, with: .bicubic, matching: .pillow12),
      rowsFirst, "Pillow 12")
  }
}

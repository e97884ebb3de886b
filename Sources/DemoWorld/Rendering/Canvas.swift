internal import Imaging

/// The sample grid a scene is painted on, twice as fine as its pixels in both directions.
struct Canvas {
  private let width: Int
  private let height: Int
  private var colours: [Colour]
  private var owners: [UInt16]

  /// Paints the objects of a scene, the farthest first.
  ///
  /// - Precondition: fewer than 65,536 objects.
  init(drawing scene: Scene) {
    precondition(scene.objects.count < 65_536, "\(scene.objects.count) objects are too many")
    width = 2 * scene.width
    height = 2 * scene.height
    colours = Array(repeating: Colour(0), count: width * height)
    owners = Array(repeating: 0, count: width * height)
    for (index, object) in scene.objects.enumerated() {
      for part in object.parts {
        paint(part, of: UInt16(index))
      }
    }
  }

  private mutating func paint(_ part: ScenePart, of owner: UInt16) {
    let extent = part.outline.verticalExtent
    let rows = Self.samples(in: extent, limit: height)
    for row in rows {
      let y = Self.place(of: row)
      for span in part.outline.spans(at: y) {
        for column in Self.samples(in: span, limit: width) {
          let sample = row * width + column
          colours[sample] = part.texture.colour(at: Point(Self.place(of: column), y))
          owners[sample] = owner
        }
      }
    }
  }

  /// The place of a sample in the scene's pixels: a quarter and three quarters into each pixel.
  private static func place(of sample: Int) -> Double {
    Double(sample) * 0.5 + 0.25
  }

  /// The samples whose places lie within the range.
  private static func samples(in range: ClosedRange<Double>, limit: Int) -> Range<Int> {
    let last = Double(limit)
    let first = min(max(((range.lowerBound - 0.25) * 2).rounded(.up), 0), last)
    let end = min(max(((range.upperBound - 0.25) * 2).rounded(.down) + 1, first), last)
    return Int(first)..<Int(end)
  }

  /// The picture as a camera with the given exposure takes it.
  func exposed(_ exposure: Exposure) -> RGBImage {
    var samples: [UInt8] = []
    samples.reserveCapacity(width * height / 4 * 3)
    for row in stride(from: 0, to: height, by: 2) {
      for column in stride(from: 0, to: width, by: 2) {
        let corner = row * width + column
        let sum =
          colours[corner] + colours[corner + 1] + colours[corner + width]
          + colours[corner + width + 1]
        // Light on a sum of four samples of 0…255: 4 · 255 = 1020.
        samples.append(level(sum.red * exposure.light.red / 1020, exposure, corner, 0))
        samples.append(level(sum.green * exposure.light.green / 1020, exposure, corner, 1))
        samples.append(level(sum.blue * exposure.light.blue / 1020, exposure, corner, 2))
      }
    }
    return RGBImage(width: width / 2, height: height / 2, samples: samples)
  }

  private func level(_ value: Double, _ exposure: Exposure, _ place: Int, _ part: Int) -> UInt8 {
    let noise =
      LatticeNoise.value(place, part, seed: exposure.noiseSeed)
      + LatticeNoise.value(place, part + 3, seed: exposure.noiseSeed) - 1
    return UInt8(min(max((value + exposure.noise * noise).rounded(), 0), 255))
  }

  /// For every pixel the object that owns most of its four samples, of equals the nearest.
  func ownersOfPixels() -> [UInt16] {
    var pixels: [UInt16] = []
    pixels.reserveCapacity(owners.count / 4)
    for row in stride(from: 0, to: height, by: 2) {
      for column in stride(from: 0, to: width, by: 2) {
        let corner = row * width + column
        pixels.append(
          Self.majority(
            owners[corner], owners[corner + 1], owners[corner + width], owners[corner + width + 1]))
      }
    }
    return pixels
  }

  private static func majority(
    _ first: UInt16, _ second: UInt16, _ third: UInt16, _ fourth: UInt16
  ) -> UInt16 {
    if first == second, second == third, third == fourth { return first }
    let four = [first, second, third, fourth]
    var winner = first
    var votes = 0
    for candidate in four {
      let count = four.count { $0 == candidate }
      if count > votes || (count == votes && candidate > winner) {
        winner = candidate
        votes = count
      }
    }
    return winner
  }
}

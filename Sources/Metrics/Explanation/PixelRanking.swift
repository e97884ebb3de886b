/// Ranks the pixels of a map by their scores, which are from 0 to 1.
///
/// Scores and truth of a pixel go into one whole number whose order is that of the scores, so that three
/// passes of counting sort the hundreds of thousands of pixels of a map in a fraction of the time that
/// comparing them takes.
struct PixelRanking {
  /// Each pixel's score as its bits, which for numbers that are not negative keep the order, and in the
  /// lowest bit whether the pixel is of the class.
  private var keys: [UInt32] = []

  /// How many bits a pass sorts by; three passes cover the 31 bits of a key.
  private static let digitBits: UInt32 = 11

  /// Takes the pixels of a map that are not void.
  init(of map: [Float], inside: [Bool], void: [Bool]) {
    keys.reserveCapacity(map.count)
    for pixel in map.indices where !void[pixel] {
      // Adding zero makes −0, which equals 0 and must rank with it, to 0.
      keys.append((map[pixel] + 0).bitPattern << 1 | (inside[pixel] ? 1 : 0))
    }
  }

  /// The average precision, as ``AveragePrecision`` computes it; `nil` where no pixel is of the class.
  ///
  /// - Complexity: O(pixels).
  consuming func averagePrecision() -> Double? {
    sort()
    let keys = keys.span
    var sum = 0.0
    var (found, ranked) = (0, 0)
    var position = keys.count
    while position > 0 {
      let score = keys[position - 1] >> 1
      let foundBefore = found
      while position > 0, keys[position - 1] >> 1 == score {
        found += Int(keys[position - 1] & 1)
        ranked += 1
        position -= 1
      }
      if found > foundBefore {
        sum += Double(found - foundBefore) * Double(found) / Double(ranked)
      }
    }
    return found == 0 ? nil : sum / Double(found)
  }

  /// Sorts the keys in ascending order, from the lowest digit to the highest.
  private mutating func sort() {
    var sorted = [UInt32](repeating: 0, count: keys.count)
    for pass in 0..<UInt32(3) {
      Self.sort(keys.span, into: &sorted, byDigitAt: pass * Self.digitBits)
      swap(&keys, &sorted)
    }
  }

  /// Sorts by one digit; keys with equal digits keep their order.
  private static func sort(
    _ source: Span<UInt32>, into sorted: inout [UInt32], byDigitAt shift: UInt32
  ) {
    let digits = 1 << Int(digitBits)
    var starts = [Int](repeating: 0, count: digits + 1)
    var places = starts.mutableSpan
    for pixel in 0..<source.count {
      places[Int(source[pixel] >> shift) & (digits - 1) + 1] += 1
    }
    for digit in 1..<digits { places[digit] += places[digit - 1] }
    var target = sorted.mutableSpan
    for pixel in 0..<source.count {
      let digit = Int(source[pixel] >> shift) & (digits - 1)
      target[places[digit]] = source[pixel]
      places[digit] += 1
    }
  }
}

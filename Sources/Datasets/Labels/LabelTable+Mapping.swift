public import Foundation
public import Imaging

extension LabelTable {
  /// What an ignored pixel is mapped to.
  static let ignored = LabelMap.ignored

  /// Maps the raw labels of a file to train ids.
  ///
  /// - Parameters:
  ///   - raw: The values of the file.
  ///   - file: The file, for the error.
  /// - Returns: Train ids, and ``Imaging/LabelMap/ignored`` where a pixel is not scored.
  /// - Throws: ``DatasetError/unknownLabels(file:labels:known:hint:)`` with every value that has no
  ///   meaning and the number of its pixels.
  /// - Complexity: O(pixels).
  public func map(_ raw: LabelMap, file: URL) throws(DatasetError) -> LabelMap {
    var mapped = raw
    guard Self.look(up: &mapped.labels, in: targets) == 0 else {
      let labels = raw.labels.reduce(into: [UInt16: Int]()) { counts, label in
        if targets[Int(label)] == Self.unknown { counts[label, default: 0] += 1 }
      }
      throw .unknownLabels(
        file: file, labels: labels, known: knownLabels, hint: LabelHint(for: labels, in: self))
    }
    return mapped
  }

  /// Replaces labels by their targets and returns how many have none.
  private static func look(up labels: inout [UInt16], in targets: [UInt16]) -> Int {
    var pixels = labels.mutableSpan
    let targets = targets.span
    var unknownPixels = 0
    for pixel in 0..<pixels.count {
      let target = targets[Int(pixels[pixel])]
      pixels[pixel] = target
      unknownPixels += target == unknown ? 1 : 0
    }
    return unknownPixels
  }

  /// The raw labels that have a meaning, as ranges in ascending order.
  var knownLabels: [ClosedRange<UInt16>] {
    entries.reduce(into: []) { ranges, entry in
      let raw = UInt16(entry.raw)
      if let last = ranges.last, Int(last.upperBound) + 1 == entry.raw {
        ranges[ranges.count - 1] = last.lowerBound...raw
      } else {
        ranges.append(raw...raw)
      }
    }
  }
}

import Imaging
import Testing

/// Expects two pictures to have the same bytes, and otherwise tells the largest difference and
/// where.
func expectEqual(
  _ actual: RGBImage, _ expected: RGBImage, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    actual.width == expected.width && actual.height == expected.height, comment,
    sourceLocation: sourceLocation)
  guard actual.samples.count == expected.samples.count else { return }
  let differences = zip(actual.samples, expected.samples).map { abs(Int($0) - Int($1)) }
  let largest = differences.max() ?? 0
  let position = differences.firstIndex(of: largest) ?? 0
  let pixel = position / 3
  #expect(
    largest == 0,
    """
    \(comment?.rawValue ?? ""): \(differences.count { $0 > 0 }) bytes differ, at most by \
    \(largest), in row \(pixel / actual.width), column \(pixel % actual.width), \
    channel \(position % 3): \
    \(actual.samples[position]) instead of \(expected.samples[position])
    """, sourceLocation: sourceLocation)
}

/// The mean of the values that are defined, in each of eight resamples.
struct LaneMean {
  private var sum = ResampleLanes.zero
  private var count = ResampleLanes.zero

  /// Adds a value; where it is NaN it does not count.
  mutating func add(_ value: ResampleLanes) {
    let isDefined = value .== value
    sum += ResampleLanes.zero.replacing(with: value, where: isDefined)
    count += ResampleLanes.zero.replacing(with: 1, where: isDefined)
  }

  /// The mean, NaN where nothing was defined.
  var mean: ResampleLanes { sum / count }
}

/// Where each output position of a bilinear resampling reads along one axis.
///
/// The rule is PyTorch's `interpolate(mode="bilinear", align_corners=False)`: the centre of output
/// pixel o lies at (o + ½)·(inputs / outputs) − ½, held at 0 from below, in Float32. There is no
/// smoothing when the picture shrinks; Pillow's bilinear filter is another function.
public struct BilinearAxis: Sendable, Equatable {
  /// What one output position reads.
  public struct Tap: Sendable, Equatable {
    /// The nearer input position on the low side.
    public let lower: Int

    /// The next input position, or `lower` again at the far border.
    public let upper: Int

    /// The weight of `upper`, in [0, 1); that of `lower` is the rest.
    public let upperWeight: Float
  }

  /// One tap an output position.
  public let taps: [Tap]

  /// Lays `outputs` positions over `inputs`.
  ///
  /// - Precondition: both numbers are positive.
  public init(from inputs: Int, to outputs: Int) {
    precondition(inputs > 0 && outputs > 0, "Cannot resample \(inputs) positions to \(outputs)")
    let scale = Float(inputs) / Float(outputs)
    taps = (0..<outputs).map { output in
      let centre = max(0, scale * (Float(output) + 0.5) - 0.5)
      let lower = min(Int(centre), inputs - 1)
      return Tap(
        lower: lower, upper: min(lower + 1, inputs - 1), upperWeight: centre - Float(lower))
    }
  }
}

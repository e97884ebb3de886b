/// What the recording does to a scene: light, sensor noise and compression.
public struct Exposure: Sendable, Equatable {
  /// The colour of the light; every part of a painted colour is multiplied by this one's over 255.
  public var light: Colour

  /// The largest deviation that noise adds to a colour part, in levels.
  public var noise: Double

  /// The seed of the noise.
  public var noiseSeed: UInt64

  /// The JPEG quality, 1 to 100.
  public var quality: Int

  /// Creates an exposure.
  public init(light: Colour, noise: Double, noiseSeed: UInt64, quality: Int) {
    self.light = light
    self.noise = noise
    self.noiseSeed = noiseSeed
    self.quality = quality
  }
}

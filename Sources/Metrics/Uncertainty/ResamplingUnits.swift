/// What is drawn in one piece: single images, or clusters of images that resemble each other.
///
/// Frames of one video or streets of one city are not independent of each other. Drawn one by one they
/// pass for more evidence than they are, and intervals come out too narrow; drawn as clusters they do
/// not (Davison and Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8).
public struct ResamplingUnits: Sendable, Equatable {
  /// The number of units.
  public let count: Int

  /// The unit of each image.
  let unitOfImage: [Int]

  /// Every image is a unit of its own.
  public init(images imageCount: Int) {
    count = imageCount
    unitOfImage = Array(0..<imageCount)
  }

  /// Images with equal names of clusters form a unit.
  ///
  /// - Parameter names: For each image what it is a part of, for example its video or its city. Units
  ///   are numbered as they first appear.
  public init(clusters names: [String]) {
    var numbers: [String: Int] = [:]
    unitOfImage = names.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    count = numbers.count
  }

  /// The number of images.
  public var imageCount: Int { unitOfImage.count }

  /// The number of units that some images belong to.
  func count(among images: [Int]) -> Int {
    Set(images.map { unitOfImage[$0] }).count
  }
}

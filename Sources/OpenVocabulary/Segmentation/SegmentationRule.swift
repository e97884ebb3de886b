/// Which class each pixel gets: the one of its best query.
///
/// The similarities of the patches are enlarged to the image, each class takes the largest of its
/// queries', and the largest class wins, with no threshold; where classes tie, the first one wins. This
/// is the rule of CLIP Surgery's authors: the raw similarity, not the score map, whose scaling would
/// make absent classes as strong as present ones.
public struct SegmentationRule: Sendable, Equatable {
  /// The number of queries that similarities have.
  public let queryCount: Int

  /// The queries that compete, in the order of their classes, so that the first of equal queries is
  /// one of the first of equal classes.
  let competing: [Int]

  /// The class of each query that competes.
  let classes: [UInt16]

  /// Takes the class of each query.
  ///
  /// - Parameters:
  ///   - classOfQuery: The class of each query, which becomes the pixel's label.
  ///   - excludedClasses: Classes that no pixel gets, such as a background that is not to be predicted.
  /// - Precondition: a class is left, and class numbers are below `LabelMap.ignored`.
  public init(classOfQuery: [Int], excludedClasses: Set<Int> = []) {
    let competing = classOfQuery.indices.filter { !excludedClasses.contains(classOfQuery[$0]) }
    precondition(!competing.isEmpty, "All of the classes \(classOfQuery) are excluded")
    precondition(
      classOfQuery.allSatisfy { $0 >= 0 && $0 < Int(UInt16.max) },
      "Classes \(classOfQuery) do not all lie in 0 ..< \(UInt16.max)")
    queryCount = classOfQuery.count
    self.competing = competing.sorted { (classOfQuery[$0], $0) < (classOfQuery[$1], $1) }
    classes = self.competing.map { UInt16(classOfQuery[$0]) }
  }
}

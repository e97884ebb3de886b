public import Foundation

/// One image and the classes it shows, without where.
public struct LabelledImage: Sendable, Hashable {
  /// The name of the image within its data set.
  public let id: String

  /// Where the image lies or, in a data set read without images, would lie.
  public let image: URL

  /// The classes that the image shows, as ascending positions in the class list.
  public let present: [Int]

  /// The classes of which the annotators leave open whether the image shows them, ascending; VOC
  /// calls them difficult.
  public let undecided: [Int]

  /// Creates a labelled image; nothing is looked up.
  ///
  /// - Precondition: the positions ascend from 0, and no class is both present and undecided.
  public init(id: String, image: URL, present: [Int], undecided: [Int] = []) {
    for positions in [present, undecided] {
      precondition(
        zip(positions, positions.dropFirst()).allSatisfy(<) && (positions.first ?? 0) >= 0,
        "The classes \(positions) of \(id) do not ascend from 0")
    }
    precondition(
      undecided.isEmpty || Set(present).isDisjoint(with: undecided),
      "A class of \(id) is both present and undecided")
    self.id = id
    self.image = image
    self.present = present
    self.undecided = undecided
  }

  /// Whether the image shows none of the classes, and certainly so.
  public var isUnlabelled: Bool { present.isEmpty && undecided.isEmpty }
}

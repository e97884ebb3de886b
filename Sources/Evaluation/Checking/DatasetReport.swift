public import Datasets

/// What a check found: what is wrong, and what the label maps hold.
public struct DatasetReport: Sendable, Equatable {
  /// One value of the label maps.
  public struct LabelRow: Sendable, Equatable {
    /// What the values of the files are in which it stands.
    public let encoding: LabelEncoding

    /// The value.
    public let value: Int

    /// What it says of a pixel.
    public let meaning: LabelMeaning

    /// How often it occurs.
    public let count: LabelHistogram.Count
  }

  /// The name of the data set.
  public let dataset: String

  /// The part of it that was checked; `nil` where it has no parts.
  public let split: String?

  /// Which drawn scenes it is, in words; `nil` where it is none.
  public let demo: String?

  /// How many images the list or the folders name; `nil` where that cannot be told.
  public let imageCount: Int?

  /// The published numbers of images, one of which is expected; empty where none is known.
  public let expectedImageCounts: [Int]

  /// The names of the classes, in the order of the train ids; empty where no file was read.
  public let classNames: [String]

  /// What is wrong.
  public let problems: DatasetProblems

  /// The values of the label maps in ascending order, raw ones first.
  public let labels: [LabelRow]

  /// The train ids of the classes that no pixel carries.
  ///
  /// That is no problem: in a small split it is to be expected.
  public let classesNeverSeen: [Int]

  /// What answers score that look at no image; `nil` where no label map was read.
  public let trivialScores: TrivialScores?

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }
}

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

  /// How many images show a class, where it is not said in which pixels.
  public struct ClassCount: Sendable, Equatable {
    /// The images that show it.
    public var shown = 0

    /// The images of which it is left open.
    public var undecided = 0
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
  public internal(set) var problems = DatasetProblems()

  /// The values of the label maps in ascending order, raw ones first.
  public internal(set) var labels: [LabelRow] = []

  /// How many images show each class; empty where the data set has label maps, which say more.
  public internal(set) var classCounts: [ClassCount] = []

  /// How many images show none of the classes, where ``classCounts`` are known.
  public internal(set) var imagesWithoutClass = 0

  /// The positions of the classes that no pixel carries or no image shows.
  ///
  /// That is no problem: in a small split it is to be expected.
  public internal(set) var classesNeverSeen: [Int] = []

  /// What answers score that look at no image; `nil` where no label map was read.
  public internal(set) var trivialScores: TrivialScores?

  /// Begins the report of a data set in which nothing was found yet.
  init(
    dataset: String, split: String?, demo: String?, imageCount: Int?, expectedImageCounts: [Int],
    classNames: [String]
  ) {
    self.dataset = dataset
    self.split = split
    self.demo = demo
    self.imageCount = imageCount
    self.expectedImageCounts = expectedImageCounts
    self.classNames = classNames
  }

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }
}

public import OpenVocabulary

/// The part of a benchmark that is evaluated on: samples, classes and what the labels mean.
public struct Dataset: Sendable {
  /// The name of the benchmark, for example `voc20`.
  public let name: String

  /// The part of the data set, for example `val`; `nil` where it has no parts.
  public let split: String?

  /// The classes, in the order of the train ids.
  public let classList: ClassList

  /// What the raw labels of the files mean.
  public let labelTable: LabelTable

  /// The samples, in the order in which they are evaluated.
  public var samples: [Sample]

  /// The train id of the background where that is a class.
  public let backgroundClass: Int?

  /// How many label maps were found that belong to no image, and so to no sample.
  public let labelsWithoutImage: Int

  /// The files of samples that are not there, in a data set read without requiring any.
  public let missingFiles: [MissingFile]

  /// Creates a data set from its parts.
  ///
  /// - Parameters:
  ///   - name: The name of the benchmark.
  ///   - split: The part of the data set.
  ///   - classList: The classes, in the order of the train ids.
  ///   - labelTable: What the raw labels mean.
  ///   - samples: The samples, in the order in which they are evaluated.
  ///   - backgroundClass: The train id of the background where that is a class.
  ///   - labelsWithoutImage: How many label maps belong to no image.
  ///   - missingFiles: The files of samples that are not there.
  /// - Precondition: class list and label table have the same number of classes, and the background
  ///   is one of them.
  public init(
    name: String, split: String?, classList: ClassList, labelTable: LabelTable, samples: [Sample],
    backgroundClass: Int? = nil, labelsWithoutImage: Int = 0, missingFiles: [MissingFile] = []
  ) {
    precondition(
      classList.count == labelTable.classCount,
      "\(classList.count) classes beside a label table of \(labelTable.classCount)")
    precondition(
      backgroundClass.map((0..<classList.count).contains) ?? true,
      "The background \(backgroundClass ?? -1) is not among \(classList.count) classes")
    self.name = name
    self.split = split
    self.classList = classList
    self.labelTable = labelTable
    self.samples = samples
    self.backgroundClass = backgroundClass
    self.labelsWithoutImage = labelsWithoutImage
    self.missingFiles = missingFiles
  }
}

public import OpenVocabulary

/// The part of a benchmark whose classes are looked for one by one, each against its own region.
public struct RegionDataset: Sendable {
  /// The name of the benchmark, for example `voc20`.
  public let name: String

  /// The part of the data set; `nil` where it has no parts.
  public let split: String?

  /// The classes.
  public let classList: ClassList

  /// The samples, in the order in which they are evaluated.
  public var samples: [Sample]

  /// Where the regions come from.
  public let source: any RegionSource

  /// What raw labels mean, where regions are read from label maps.
  public let labelTable: LabelTable?

  /// Creates a data set from its parts.
  public init(
    name: String, split: String?, classList: ClassList, samples: [Sample],
    source: any RegionSource, labelTable: LabelTable? = nil
  ) {
    self.name = name
    self.split = split
    self.classList = classList
    self.samples = samples
    self.source = source
    self.labelTable = labelTable
  }
}

import Imaging

/// The regions of the classes that a label map holds: they do not overlap.
///
/// Void are the data set's own don't-care values, such as VOC's 255 and Cityscapes' unscored ids. A
/// background that is no class is outside of all of them.
public struct LabelMapRegions: RegionSource {
  /// What raw labels mean.
  public let table: LabelTable

  /// Which pixels without a class are outside.
  public let outside: OutsideRule

  /// Whether the unscored background was annotated as such, as in VOC, rather than left unlabelled, as
  /// 0 in PASCAL Context and ADE20K.
  public let annotatesBackground: Bool

  /// Creates a source.
  public init(table: LabelTable, outside: OutsideRule = .all, annotatesBackground: Bool = true) {
    self.table = table
    self.outside = outside
    self.annotatesBackground = annotatesBackground
  }

  /// The classes that the label map holds, each with its pixels.
  ///
  /// - Throws: `ImagingError` or ``DatasetError`` where the label map cannot be read or holds labels
  ///   outside the table.
  /// - Complexity: O(pixels · classes).
  public func regions(of sample: Sample) throws -> [ClassRegion] {
    let stored = try sample.labelMap()
    let meaning = sample.labelEncoding == .raw ? table : table.convertedLabels
    let truth = try meaning.map(stored, file: sample.label)
    let background =
      outside == .all || annotatesBackground ? meaning.unscoredBackground : []
    // Looked up and not asked of a set, which would take longer than all else here.
    var isVoid = meaning.targets.map { $0 == LabelMap.ignored }
    for raw in background { isVoid[Int(raw)] = false }
    let void = PixelMask(
      width: truth.width, height: truth.height, pixels: stored.labels.map { isVoid[Int($0)] })
    return LabelHistogram(of: truth).counts.keys.filter { $0 != LabelMap.ignored }.sorted().map {
      classID in
      ClassRegion(
        classID: Int(classID),
        inside: PixelMask(
          width: truth.width, height: truth.height, pixels: truth.labels.map { $0 == classID }),
        void: void)
    }
  }
}

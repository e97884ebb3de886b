public import Foundation

/// Why a data set cannot be used.
public enum DatasetError: Error, Equatable, Sendable {
  /// What a missing file would have been.
  public enum FileRole: String, Sendable {
    /// An image.
    case image

    /// A label map.
    case label
  }

  /// The folder does not hold the data set; `lookedFor` lists the folders one of which was expected.
  case layoutNotFound(dataset: String, root: URL, lookedFor: [URL])

  /// There is no folder where a setting says that there is one.
  case missingFolder(URL, setting: String)

  /// A folder cannot be listed; `reason` is the system's.
  case unreadableFolder(URL, reason: String)

  /// The list or the folder of a split is not there; `available` names the splits that are.
  case missingSplit(split: String, expected: URL, available: [String])

  /// Images or label maps are missing; `settings` decide where they are looked for.
  case missingFiles([URL], of: FileRole, sampleCount: Int, settings: [String])

  /// A folder holds no file with one of the suffixes; `found` counts those it holds.
  case emptyFolder(URL, suffixes: [String], found: [String: Int], settings: [String])

  /// Files of several suffixes could be the images.
  case ambiguousSuffix(URL, found: [String: Int], setting: String)

  /// The image of an id exists with none of the suffixes that are tried.
  case imageOfNoKnownSuffix(URL, tried: [String], setting: String)

  /// There is no list where a setting says that there is one.
  case missingList(URL, setting: String)

  /// A list cannot be read.
  case unreadableList(URL, reason: String)

  /// A file cannot be read; `reason` is the system's.
  case unreadableFile(URL, reason: String)

  /// A file is not what its format demands; `place` is where in it, and `expected` says what to do.
  case malformedFile(URL, format: String, place: String?, got: String, expected: String)

  /// Files that say which images show a class are missing; `total` is how many belong together, and
  /// `advice` what to do.
  case missingClassFiles([URL], total: Int, advice: String)

  /// No image shows any of the classes, and such images were to be left out.
  case noLabelledImage(dataset: String)

  /// A list names no sample.
  case emptyList(URL)

  /// A list names a sample twice.
  case duplicateID(String, list: URL, lines: [Int])

  /// An id in a list is no path below the data set's folders.
  case pathOutsideFolder(String, list: URL, line: Int)

  /// A class list has another number of classes than the benchmark.
  case classCountDiffers(dataset: String, got: Int, expected: Int)

  /// A label map holds values that the label table does not know; `labels` gives the number of
  /// pixels of each.
  case unknownLabels(
    file: URL, labels: [UInt16: Int], known: [ClosedRange<UInt16>], hint: LabelHint?)

  /// A label table speaks of a raw label that no 16-bit file holds.
  case rawLabelOutOfRange(Int)

  /// A label table maps a raw label to a class that does not exist.
  case trainIDOutOfRange(raw: Int, trainID: Int, classCount: Int)

  /// A label table gives a raw label two meanings.
  case rawLabelWithTwoMeanings(Int)

  /// A selection names a sample that the data set does not have.
  case unknownSample(String, dataset: String, split: String?, suggestion: String?)

  /// A selected range reaches beyond the data set.
  case rangeOutsideDataset(Range<Int>, dataset: String, sampleCount: Int)

  /// A text is no range of positions.
  case invalidRange(String)

  /// A limit is not positive.
  case invalidLimit(Int)
}

public import Foundation
public import OpenVocabulary

/// Reads any ``Benchmark`` from its files as they were downloaded, or as converters left them.
///
/// Where raw labels and converted ones stand side by side, the raw ones are read.
public struct BenchmarkReader: DatasetReader {
  /// What is read.
  public var benchmark: Benchmark

  /// The folder of the data set, or a folder above it.
  public var root: URL

  /// The classes, in the order of the train ids.
  public var classList: ClassList

  /// The name of the split, in short or as the data set's files have it.
  public var split: String

  /// The folder of labels, where it is not the customary one.
  public var labelFolder: String?

  /// Creates a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - benchmark: What is read.
  ///   - root: The folder of the data set, or a folder above it.
  ///   - classList: The classes, in the order of the train ids.
  ///   - split: The name of the split; by default the one that scores are quoted on.
  ///   - labelFolder: The folder of labels, for example `SegmentationClassAug`.
  public init(
    _ benchmark: Benchmark, root: URL, classList: ClassList, split: String? = nil,
    labelFolder: String? = nil
  ) {
    self.benchmark = benchmark
    self.root = root
    self.classList = classList
    self.split = split ?? benchmark.standardSplit
    self.labelFolder = labelFolder
  }

  /// Lists the samples of the split: in the order of its list or, where there is none, in the byte
  /// order of their ids.
  ///
  /// - Parameter requirement: Which files have to be there.
  /// - Returns: The data set, with at least one sample; its split has the short name.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a required file is missing.
  public func read(requiring requirement: FileRequirement) throws(DatasetError) -> Dataset {
    try classList.check(has: benchmark.classCount, for: benchmark.name)
    for form in benchmark.forms.dropLast() {
      if let found = try finder(of: form, requiring: requirement).samplesIfAny() {
        return dataset(of: found, labelTable: form.labelTable)
      }
    }
    let form = benchmark.customaryForm
    return dataset(
      of: try finder(of: form, requiring: requirement).samples(), labelTable: form.labelTable)
  }

  private func finder(
    of form: Benchmark.Form, requiring requirement: FileRequirement
  ) -> SampleFinder {
    SampleFinder(
      benchmark: benchmark, form: labelFolder.map(form.reading(labelsFrom:)) ?? form, root: root,
      split: benchmark.splitNames[split] ?? split, requirement: requirement)
  }

  private func dataset(of found: SampleFinder.Findings, labelTable: LabelTable) -> Dataset {
    Dataset(
      name: benchmark.name,
      split: benchmark.splitNames.first { $0.value == split }?.key ?? split,
      classList: classList, labelTable: labelTable, samples: found.samples,
      backgroundClass: benchmark.backgroundClass, labelsWithoutImage: found.labelsWithoutImage,
      missingFiles: found.missingFiles)
  }
}

extension Benchmark.Form {
  /// The form with its raw labels in another folder.
  fileprivate func reading(labelsFrom folder: String) -> Benchmark.Form {
    var form = self
    form.labels = labels.map { LabelSource($0.path.moved(to: folder), format: $0.format) }
    return form
  }
}

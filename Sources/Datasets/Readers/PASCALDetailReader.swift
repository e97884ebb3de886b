public import Foundation
public import OpenVocabulary

/// Reads PASCAL Context from the annotations of *PASCAL in Detail*, `trainval_merged.json`, as they are
/// downloaded: no index PNG has to be made of them.
///
/// Where index PNGs or the original MATLAB files are there too, those are what people mean, and
/// ``BenchmarkReader`` reads them. The file names the splits; samples come in the byte order of their ids.
public struct PASCALDetailReader: DatasetReader {
  /// What is read: PASCAL Context with or without background.
  public let benchmark: Benchmark

  /// The classes, in the order of the train ids.
  public let classList: ClassList

  /// The name of the split, `val` or `train`.
  public let split: String

  /// The folder `VOC2010` in which the file lies.
  private let folder: URL

  private static let fileName = "trainval_merged.json"

  /// Looks for the annotations below a folder; `nil` where the benchmark is not PASCAL Context, where
  /// there are no such annotations, or where there are labels beside them.
  ///
  /// - Parameters:
  ///   - benchmark: What is read.
  ///   - root: The folder `VOC2010`, the folder `VOCdevkit` in which it lies, or the folder above.
  ///   - classList: The classes, in the order of the train ids.
  ///   - split: The name of the split; by default the one that scores are quoted on.
  public init?(_ benchmark: Benchmark, root: URL, classList: ClassList, split: String? = nil) {
    guard [Benchmark.context59.name, Benchmark.context60.name].contains(benchmark.name) else {
      return nil
    }
    let folders = [
      root, root.appending(path: "VOC2010"), root.appending(path: "VOCdevkit/VOC2010"),
    ]
    guard
      let folder = folders.first(where: {
        FileTree.isFile($0.appending(path: Self.fileName))
      }),
      !["SegmentationClassContext", "trainval"].contains(where: {
        FileTree.isFolder(folder.appending(path: $0))
      })
    else { return nil }
    self.benchmark = benchmark
    self.classList = classList
    self.split = split ?? benchmark.standardSplit
    self.folder = folder
  }

  /// Lists the samples of the split.
  ///
  /// - Parameter requirement: Which files have to be there; the labels always are.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the annotations are malformed or have no such split, or a required
  ///   image is missing.
  /// - Complexity: Reads the whole file once.
  public func read(requiring requirement: FileRequirement) throws(DatasetError) -> Dataset {
    try classList.check(has: benchmark.classCount, for: benchmark.name)
    let file = folder.appending(path: Self.fileName)
    let annotations = try DetailAnnotations(contentsOf: file)
    let samples = annotations.images(ofSplit: split).map { id in
      Sample(
        id: id, image: folder.appending(path: "JPEGImages/\(id).jpg"),
        labelFile: LabelFile(file, format: .detail(annotations, image: id)))
    }
    guard !samples.isEmpty else {
      throw .missingSplit(split: split, expected: file, available: annotations.splits)
    }
    return Dataset(
      name: benchmark.name, split: split, classList: classList,
      labelTable: benchmark.backgroundClass == nil ? .originalContext59 : .originalContext60,
      samples: samples, backgroundClass: benchmark.backgroundClass,
      missingFiles: try samples.missingFiles(
        requiring: requirement, imageSettings: ["dataset.root"],
        labelSettings: ["dataset.root"]))
  }
}

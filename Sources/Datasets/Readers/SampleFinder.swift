import Foundation

/// Finds the samples of a split in one form of a benchmark's labels.
struct SampleFinder {
  /// What was found.
  struct Findings {
    /// One sample or more, in the order of evaluation.
    var samples: [Sample]

    /// How many files of labels belong to no image.
    var labelsWithoutImage = 0

    /// What is missing, where that is not an error.
    var missingFiles: [MissingFile] = []
  }

  let benchmark: Benchmark
  let form: Benchmark.Form

  /// The folder that a user names.
  let root: URL

  /// The split, as the data set's files call it.
  let split: String

  let requirement: FileRequirement

  /// The folders in which the data set may lie.
  var places: [URL] { [root] + benchmark.folders.map { root.appending(path: $0) } }

  /// Finds the samples.
  ///
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a required file is missing.
  func samples() throws(DatasetError) -> Findings {
    form.lists.isEmpty ? try samplesInFolders() : try listedSamples()
  }

  /// Finds the samples of a form that people may not have: nothing where there is no file of it.
  func samplesIfAny() throws(DatasetError) -> Findings? {
    guard let (folder, list) = listPlace, FileTree.isFile(list) else { return nil }
    let samples = try listedSamples(in: folder, list: list)
    let isThere = samples.contains { FileTree.isFile($0.label) }
    return isThere ? try checked(samples) : nil
  }

  /// Looks whether the files of samples are there, and whether a list names their labels as expected.
  func checked(
    _ samples: [Sample], labelsWithoutImage: Int = 0
  ) throws(DatasetError) -> Findings {
    if let legend = form.legend, let sample = samples.first {
      try legend.check(beside: sample.label.deletingLastPathComponent())
    }
    return Findings(
      samples: samples, labelsWithoutImage: labelsWithoutImage,
      missingFiles: try samples.missingFiles(
        requiring: requirement, imageSettings: ["dataset.root"],
        labelSettings: ["dataset.root", "dataset.split"]))
  }
}

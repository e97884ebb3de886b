import Datasets
import Foundation
import OpenVocabulary
import Tensors

/// Opens the data set that an experiment names.
struct DatasetOpener {
  let file: ExperimentFile
  let statement: DatasetStatement
  let surroundings: Surroundings

  init(_ file: ExperimentFile) {
    self.file = file
    statement = file.dataset
    surroundings = file.document.surroundings
  }

  /// Lists the images with the truth that the experiment's task needs.
  ///
  /// - Throws: `ConfigurationError` where the data set is not there or does not answer the task's
  ///   question, `DatasetError` where it is not what its kind is, `OpenVocabularyError` where its class
  ///   names are unsound.
  func open(
    selecting selection: SampleSelection, requiring requirement: FileRequirement
  ) throws -> EvaluationData {
    guard statement.kind.tasks.contains(file.task) else { throw taskNotAnswered }
    switch file.task {
    case .segmentation:
      return .labelMaps(
        try labelMaps(requiring: requirement).selecting(selection))
    case .explainability, .points:
      return .regions(try regions(requiring: requirement).selecting(selection))
    case .recognition:
      if let reader = try recognitionReader() {
        return .labelledImages(
          try located { try reader.read(requiringImages: requirement == .imagesAndLabels) }
            .selecting(selection))
      }
      // Of the maps only those that are selected are decoded.
      let dataset = try labelMaps(requiring: requirement).selecting(selection)
      return .labelledImages(
        try LabelledDataset(labelMapsOf: dataset, workers: Workers(file.workers)))
    }
  }

  /// Lists the images with the most that is known of them, however incomplete the files are: label maps
  /// where there are some, else regions, else the classes that an image shows.
  ///
  /// - Throws: As ``open(selecting:requiring:)``, save for missing images and label maps.
  func openForChecking(images looksForImages: Bool) throws -> EvaluationData {
    // Without its images a data set opens, and every one of them is then asked for its own.
    if let reader = try instancesReader() {
      do {
        return .regions(
          try located { try reader.readRegions(requiringImages: looksForImages) })
      } catch DatasetError.missingFiles {
        return .regions(try located { try reader.readRegions(requiringImages: false) })
      }
    }
    if let reader = try recognitionReader() {
      do {
        return .labelledImages(
          try located { try reader.read(requiringImages: looksForImages) })
      } catch DatasetError.missingFiles {
        return .labelledImages(try located { try reader.read(requiringImages: false) })
      }
    }
    return .labelMaps(try labelMaps(requiring: .nothing))
  }

  /// Lists the samples of a data set of label maps.
  func labelMaps(requiring requirement: FileRequirement) throws -> Dataset {
    try located {
      guard let reader = try labelMapReader(for: try classList()) else { throw taskNotAnswered }
      return try reader.read(requiring: requirement)
    }
  }

  /// Reads, and says what is missing, from where it can be had and how it should lie.
  func located<Data>(_ read: () throws -> Data) throws -> Data {
    guard FilePresence(at: statement.root.value) == .folder else { throw missing("folder") }
    do {
      return try read()
    } catch DatasetError.layoutNotFound {
      throw missing("\(statement.kind.rawValue) data set")
    }
  }

  private var taskNotAnswered: ConfigurationError {
    let others = DatasetKind.allCases.filter { $0.tasks.contains(file.task) }.map(\.rawValue)
    return .contradiction(
      origin: statement.kindOrigin, key: "dataset.kind",
      problem: """
        is \(statement.kind.rawValue), which serves \
        \(statement.kind.tasks.map(\.rawValue).joined(separator: ", ")) and not \
        \(file.task.rawValue); that is served by \(others.joined(separator: ", "))
        """)
  }

  /// The part of the data set that is read.
  var split: String { statement.split ?? statement.kind.standardSplit ?? "" }

  private func labelMapReader(for classList: ClassList) throws -> (any DatasetReader)? {
    let root = statement.root.value
    if let benchmark = statement.kind.benchmark {
      let detail = PASCALDetailReader(
        benchmark, root: root, classList: classList, split: statement.split)
      if let detail { return detail }
      return BenchmarkReader(
        benchmark, root: root, classList: classList, split: statement.split,
        labelFolder: statement.labels?.text)
    }
    guard statement.kind == .folder else { return nil }
    var reader = FolderReader(
      name: file.name,
      images: (statement.images ?? PathWithin("images")).resolved(in: root),
      labels: (statement.labels ?? PathWithin("labels")).resolved(in: root),
      classList: classList)
    reader.imageSuffix = statement.imageSuffix
    if let suffix = statement.labelSuffix { reader.labelSuffix = suffix }
    reader.list = statement.list?.resolved(in: root)
    reader.labelMap = statement.labelMap
    reader.ignoredLabels = statement.ignoredLabels
    reader.backgroundLabels = statement.backgroundLabels
    return reader
  }

  private func missing(_ what: String) -> ConfigurationError {
    .noSuchFile(
      origin: statement.root.origin, key: "dataset.root",
      path: surroundings.displayName(of: statement.root.value), what: what,
      hint: statement.kind.guide)
  }
}

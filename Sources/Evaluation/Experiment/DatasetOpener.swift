import Datasets
import Foundation
import OpenVocabulary

/// Opens the data set that an experiment names.
struct DatasetOpener {
  private let file: ExperimentFile
  private let statement: DatasetStatement
  private let surroundings: Surroundings

  init(_ file: ExperimentFile) {
    self.file = file
    statement = file.dataset
    surroundings = file.document.surroundings
  }

  /// Lists the samples.
  ///
  /// - Throws: `ConfigurationError` where the data set is not there, `DatasetError` where it is not
  ///   what its kind is, `OpenVocabularyError` where its class names are unsound.
  func open(requiringImages requiresImages: Bool) throws -> EvaluationData {
    .labelMaps(try labelMaps(requiringImages: requiresImages))
  }

  func labelMaps(requiringImages requiresImages: Bool) throws -> Dataset {
    let root = statement.root
    guard FilePresence(at: root.value) == .folder else { throw missing("folder") }
    do {
      return try reader(for: try classList()).read(requiringImages: requiresImages)
    } catch DatasetError.layoutNotFound {
      throw missing("\(statement.kind.rawValue) data set")
    }
  }

  private func reader(for classList: ClassList) -> any DatasetReader {
    let root = statement.root.value
    let split = statement.split ?? "val"
    switch statement.kind {
    case .voc20, .voc21:
      var reader = VOCReader(
        root: root, variant: statement.kind == .voc20 ? .objects : .objectsAndBackground,
        classList: classList, split: split)
      if let labels = statement.labels { reader.labelFolder = labels.text }
      return reader
    case .context59, .context60:
      return PASCALContextReader(
        root: root, variant: statement.kind == .context59 ? .classes : .classesAndBackground,
        classList: classList, split: split)
    case .cocoStuff171, .cocoObject81:
      return COCOReader(
        root: root, variant: statement.kind == .cocoStuff171 ? .stuff : .object,
        classList: classList, split: split)
    case .ade20k150:
      return ADE20KReader(root: root, classList: classList, split: split)
    case .cityscapes:
      return CityscapesReader(root: root, classList: classList, split: split)
    case .folder:
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
      return reader
    }
  }

  /// The words that stand for the classes.
  private func classList() throws -> ClassList {
    let names = file.classNames
    switch names.value {
    case .file(let resource):
      return try ClassList(
        contentsOf: resource.file(.classes, statedAt: names.origin, in: surroundings))
    case .maskclip, .canonical:
      if let classes = statement.classes {
        return try ClassList(
          contentsOf: classes.value.file(.classes, statedAt: classes.origin, in: surroundings))
      }
      let locator = ResourceLocator(surroundings)
      let name = statement.kind.classListName
      if names.value == .maskclip, let prompts = locator.find(.classes, "\(name).maskclip") {
        return try ClassList(contentsOf: prompts)
      }
      guard let list = locator.find(.classes, name) else {
        throw locator.notFound(.classes, name, statedAt: names.origin)
      }
      return try ClassList(contentsOf: list)
    }
  }

  private func missing(_ what: String) -> ConfigurationError {
    .noSuchFile(
      origin: statement.root.origin, key: "dataset.root",
      path: surroundings.displayName(of: statement.root.value), what: what,
      hint: statement.kind.guide)
  }
}

import Foundation
import OpenVocabulary
import Tensors

/// Tells by the first image what a folder of scores holds.
struct ScoreMapSourceOpener {
  /// The id of the first image.
  let first: String

  /// The class of each text of the class list.
  let classes: QueryClasses

  /// What is asked of the scores.
  let task: TaskKind

  /// The experiment's methods, as the task runs them.
  let methods: [Method]

  /// Whether feature surgery takes out the empty text.
  let needsEmptyText: Bool

  /// Opens one row's folder.
  ///
  /// - Throws: ``ScoreMapError`` and `CheckpointError`.
  func source(named name: String, at folder: URL) throws -> ScoreMapSource {
    let file = try ScoreMapFile(contentsOf: ScoreMapSource.url(of: first, in: folder))
    guard file.contents.serves(task) else {
      throw ScoreMapError.unfitForTask(
        file: file.url, task: task, got: file.contents.words,
        expected: ScoreMapContents.words(neededFor: task))
    }
    let reading: ScoreMapSource.Reading
    let queries: QueryClasses
    switch file.contents {
    case .scores:
      let tensor = task == .recognition ? ScoreMapTensor.imageScores : .scores
      reading = .scores
      queries = try self.queries(
        of: tensor.rawValue, shape: file.shape(of: tensor) ?? [], in: file.url)
    case .tokens:
      let texts = try texts(for: name, at: folder)
      reading = .tokens(texts)
      queries = texts.classifier.classes
    }
    return ScoreMapSource(
      name: name, folder: folder, contents: file.contents, reading: reading, classes: queries)
  }

  /// The classes of what is listed by text, or by class.
  private func queries(
    of tensor: String, shape: [Int], in file: URL
  ) throws(ScoreMapError) -> QueryClasses {
    let count = shape.first ?? 0
    if count == classes.queryCount { return classes }
    guard count == classes.classCount else {
      let texts =
        classes.queryCount == classes.classCount
        ? "" : ", or \(classes.queryCount) texts, several for some classes"
      throw .wrongShape(
        file: file, tensor: tensor, got: shape,
        expected: "\(classes.classCount) classes along the first axis\(texts)")
    }
    return QueryClasses(classOfQuery: Array(0..<count))
  }

  private func texts(
    for name: String, at folder: URL
  ) throws -> ScoreMapSource.TextFeatures {
    let places = [folder, folder.deletingLastPathComponent()].flatMap {
      ScoreMapSource.candidates(for: "text", in: $0)
    }
    guard let url = places.first(where: { FilePresence(at: $0) == .file }) else {
      throw ScoreMapError.missingTexts(folder: folder, expected: places)
    }
    // Where all methods do the same to similarities, it does not matter which one is meant.
    let isClear = Set(methods.map(\.featureSurgery)).count == 1
    guard
      let method = methods.first(where: { $0.name == name }) ?? (isClear ? methods.first : nil)
    else {
      throw ScoreMapError.unknownMethod(
        folder: folder, got: name, expected: methods.map(\.name))
    }
    let file = try TextFeatureFile(contentsOf: url)
    let needsEmptyText = needsEmptyText && method.featureSurgery != nil
    guard !needsEmptyText || file.emptyText != nil else {
      throw ScoreMapError.unknownContents(
        file: url, got: ["text"],
        expected: """
          empty_text [D] too, the feature of the empty text, which feature surgery takes out of single \
          texts; or --set protocol.points.texts=list
          """)
    }
    let queries = try queries(of: "text", shape: file.features.shape, in: url)
    return ScoreMapSource.TextFeatures(
      file: url,
      classifier: TextClassifier(
        features: file.features, classOfQuery: queries.classOfQuery),
      redundantFeature: needsEmptyText ? file.emptyText : nil,
      featureSurgery: method.featureSurgery)
  }
}

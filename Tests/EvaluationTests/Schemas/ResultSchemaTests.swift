import CLIP
import Datasets
import Foundation
import Metrics
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@testable import Evaluation

/// The published schemas say what the program's types say, and nothing else.
@Suite("Schemas of a run's files")
struct ResultSchemaTests {
  private static let folder = SharedData.packageRoot.appending(path: "Documentation")
  private static let results = SharedData.packageRoot.appending(path: "Results/demo")

  private static func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(contentsOf: folder.appending(path: "\(name).schema.json"))
  }

  private static func names<Case: CaseIterable & RawRepresentable<String>>(
    _ type: Case.Type
  ) -> [PlainJSON] {
    type.allCases.map { .string($0.rawValue) }
  }

  private static func stored(_ value: some Encodable) throws -> PlainJSON {
    try PlainJSON(StoredJSON.data(of: value))
  }

  /// Every list of names in the schema of results, with the type whose cases it has to be.
  private static let enumerations: [String: [PlainJSON]] = [
    "/$defs/scoreName": names(ScoreName.self),
    "/$defs/task": names(TaskKind.self),
    "/$defs/method/properties/attention": names(MethodStatement.Attention.self),
    "/$defs/method/properties/paths": names(BlockSurgery.Paths.self),
    "/$defs/method/properties/resNet": names(ResNetSurgery.self),
    "/$defs/featureSurgeryVariant": names(FeatureSurgery.Variant.self),
    "/$defs/featureSurgery/properties/normalise": names(TokenNormalisation.self),
    "/$defs/segmentationProtocol/properties/background": names(BackgroundRule.self),
    "/$defs/segmentationProtocol/properties/absentClasses": names(AbsentClassPolicy.self),
    "\(threshold)/scope": names(ThresholdScope.self),
    "\(threshold)/average": names(ThresholdAverage.self),
    "/$defs/pointsProtocol/properties/points/properties/texts": names(PointTexts.self),
    "/$defs/resize": names(ResizeRule.self),
    "/$defs/positionInterpolation": names(PositionInterpolation.self),
    "/$defs/aliases": names(AliasRule.self),
    "/$defs/precision": names(Precision.self),
    "/$defs/outside": names(OutsideRule.self),
    "/$defs/crowds": names(COCOInstances.CrowdRule.self),
    "/$defs/dataset/properties/kind": names(DatasetKind.self),
    "/$defs/activation": names(Activation.self),
    "\(evidence)/status": names(Confidence.self),
  ]
  private static let threshold =
    "/$defs/explainabilityProtocol/properties/explainability/properties/threshold/properties"
  private static let evidence =
    "/$defs/description/properties/protocol/properties/evidence/additionalProperties/properties"

  @Test("Every list of names is that of a type's cases, in their order")
  func enumerations() throws {
    let schema = try Self.schema("result").document
    for (place, names) in Self.enumerations {
      #expect(schema["\(place)/enum"]?.elements == names, "\(place)")
    }
    #expect(Set(Self.placesOfNames(in: schema)) == Set(Self.enumerations.keys))
    for other in ["images", "run", "baseline"] {
      #expect(Self.placesOfNames(in: try Self.schema(other).document).isEmpty, "\(other)")
    }
  }

  /// Where a schema lists names.
  private static func placesOfNames(in schema: PlainJSON, at place: String = "") -> [String] {
    (schema.members?["enum"]?.elements == nil ? [] : [place])
      + (schema.members ?? [:]).flatMap { placesOfNames(in: $1, at: "\(place)/\($0)") }
      + (schema.elements ?? []).enumerated().flatMap {
        placesOfNames(in: $1, at: "\(place)/\($0)")
      }
  }

  /// What the schema calls the rows of a task.
  private static func rowName(of task: TaskKind) -> String {
    switch task {
    case .segmentation: "segmentation"
    case .explainability: "explainability"
    case .recognition: "multiLabel"
    case .points: "points"
    }
  }

  @Test("The rows of a task have its scores, by their ranges", arguments: TaskKind.allCases)
  func scores(task: TaskKind) throws {
    let schema = try Self.schema("result").document
    let metrics = "/$defs/\(Self.rowName(of: task))Row/properties/metrics"
    #expect(
      schema["\(metrics)/required"]?.elements == task.scores.map { .string($0.rawValue) })
    let properties = try #require(schema["\(metrics)/properties"]?.members)
    #expect(Set(properties.keys) == Set(task.scores.map(\.rawValue)))
    for score in task.scores {
      let unit = try #require(properties[score.rawValue]?.members?["$ref"]?.text)
      let range = try #require(schema[String(unit.dropFirst())])
      #expect(range["/minimum"] == .number(Double(score.range.lowerBound)), "\(score)")
      #expect(range["/maximum"] == .number(Double(score.range.upperBound)), "\(score)")
      #expect(range["/type"] == ["number", "null"], "\(score)")
    }
  }

  @Test("The scores and counts of classes are those that there are")
  func classScores() throws {
    let schema = try Self.schema("result").document
    let names = try TaskKind.allCases.flatMap { task in
      let row = "/$defs/\(Self.rowName(of: task))Row/properties/perClass/items/properties"
      return try #require(schema[row]?.members).keys
    }
    #expect(
      Set(names)
        == Set(
          ["name"] + ResultRow.ClassRow.Score.allCases.map(\.rawValue)
            + ResultRow.ClassRow.Count.allCases.map(\.rawValue)))
  }

  @Test("Versions and lengths are the program's")
  func constants() throws {
    let result = try Self.schema("result").document
    #expect(
      result["/$defs/schemaVersion/const"] == .number(Double(ResultDocument.currentSchemaVersion)))
    let baseline = try Self.schema("baseline").document
    #expect(
      baseline["/properties/schemaVersion/const"]
        == .number(Double(Baseline.currentSchemaVersion)))
    let bins = PlainJSON.number(Double(ThresholdGrid.count + 1))
    let images = try Self.schema("images").document
    #expect(images["/$defs/histogram/minItems"] == bins)
    #expect(images["/$defs/histogram/maxItems"] == bins)
  }

  @Test("Every way to put a method together fits")
  func methods() throws {
    let schema = try Self.schema("result")
    let blocks = [BlockSurgery.Extent.from(1), .last(6), .last(1)].flatMap { extent in
      BlockSurgery.Paths.allCases.flatMap { paths in
        [true, false].map { BlockSurgery(extent, paths: paths, feedForward: $0) }
      }
    }
    let attentions: [AttentionVariant] =
      [.original, .surgery()] + blocks.map { .surgery(blocks: $0) }
      + ResNetSurgery.allCases.map { .surgery(resNet: $0) }
    let surgeries: [FeatureSurgery?] =
      [nil] + FeatureSurgery.Variant.allCases.map { FeatureSurgery($0) }
    for attention in attentions {
      for surgery in surgeries {
        let method = Method(name: "x", attention: attention, featureSurgery: surgery)
        let violations = schema.violations(
          of: try Self.stored(method.content), by: "/$defs/method")
        #expect(violations.isEmpty, "\(method): \(violations)")
      }
    }
  }

  @Test("The statement of a run fits, for every task that its data can answer")
  func statements() throws {
    let schema = try Self.schema("run")
    let sandbox = try ExperimentSandbox()
    for (task, purpose) in [
      (TaskKind.segmentation, Experiment.Purpose.evaluating), (.segmentation, .scoringPredictions),
      (.explainability, .evaluating), (.points, .evaluating),
    ] {
      let experiment = try sandbox.experiment(
        set: ["task=\(task.rawValue)", "method=[\"clip\"]"], for: purpose)
      let statement = try Self.stored(RunStatement(of: experiment))
      #expect(schema.violations(of: statement) == [], "\(task), \(purpose)")
      let other = schema.violations(
        of: statement.replacing("/experiment/content/model", with: "x"))
      #expect(other.contains { $0.contains("string is none of") }, "\(other)")
    }
  }

  @Test("What the repository keeps fits", arguments: ["ablation", "baseline"])
  func kept(name: String) throws {
    let schema = try Self.schema(name == "baseline" ? "baseline" : "result")
    let value = try PlainJSON(contentsOf: Self.results.appending(path: "\(name).json"))
    #expect(schema.violations(of: value) == [])
  }

  @Test("A baseline may state tolerances of scores, and of nothing else")
  func tolerances() throws {
    let schema = try Self.schema("baseline")
    let kept = try PlainJSON(contentsOf: Self.results.appending(path: "baseline.json"))
    func violations(_ tolerances: PlainJSON) -> Int {
      schema.violations(of: kept.replacing("/tolerances", with: tolerances)).count
    }
    #expect(violations(["mIoU": 0.5, "threshold": 0]) == 0)
    #expect(violations(["mIou": 0.5]) == 1)
    #expect(violations(["mIoU": -1]) == 1)
    #expect(violations(["mIoU": .null]) == 1)
  }

  @Test("A baseline may state the hash of its rows, and nothing that is none")
  func recordsHash() throws {
    let schema = try Self.schema("baseline")
    let kept = try PlainJSON(contentsOf: Self.results.appending(path: "baseline.json"))
    func violations(_ hash: String) -> Int {
      schema.violations(of: kept.replacing("/recordsHash", with: .string(hash))).count
    }
    #expect(violations(ContentHash(of: "rows").description) == 0)
    #expect(violations("rows") == 1)
  }
}

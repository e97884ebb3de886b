import Foundation
import Metrics
import TestSupport
import Testing

@testable import Evaluation

@Suite("The paper's tables with runs beside them")
struct PaperComparisonTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func tables() throws -> [String: ComparedTable] {
    let reference = try ReferenceTables(
      named: "paper", statedAt: .standard, in: PaperRun.surroundings)
    let compared = try PaperComparison(
      of: reference, with: RunCatalogue(below: folder.url), in: PaperRun.surroundings)
    return Dictionary(uniqueKeysWithValues: compared.tables.map { ($0.reference.name, $0) })
  }

  /// The cell of a row and column.
  private func cell(_ table: String, _ row: String, _ column: String) throws -> ComparedTable.Cell {
    let compared = try #require(try tables()[table])
    let line = try #require(
      compared.reference.rows.firstIndex { $0.texts.joined(separator: " ") == row })
    let place = try #require(compared.reference.columns.firstIndex { $0.title == column })
    return compared.cells[line][place]
  }

  private static let cityscapes = ["clip": [ScoreName.mIoU: 7.5], "clip-surgery": [.mIoU: 31.25]]

  private func cityscapes() throws -> PaperRun {
    try PaperRun(of: "paper/segmentation-cityscapes", metrics: Self.cityscapes)
  }

  @Test("Without runs every cell that an experiment gives says which, and nothing is ours")
  func noRuns() throws {
    let surgery = try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes")
    #expect(surgery.own.isNoRun)
    #expect(surgery.config == "paper/segmentation-cityscapes")
    #expect(surgery.paper == ReferenceNumber(value: 31.4, fractionDigits: 1))
    let others = try cell("segmentation", "ViL-Seg CLIP yes", "Cityscapes")
    #expect(others.own.isNone)
    #expect(others.config == nil)
    #expect(others.paper == nil)
  }

  @Test("The newest run of the very experiment is taken, at any depth")
  func newest() throws {
    var run = try cityscapes()
    try run.write(to: folder.url.appending(path: "old"))
    run.date = Date(timeIntervalSince1970: 2_000_000)
    run.metrics["clip-surgery"] = [.mIoU: 31.5]
    try run.write(to: folder.url.appending(path: "paper/newer"))
    let surgery = try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes")
    #expect(surgery.own.value == 31.5)
    #expect(surgery.reasonAgainstComparing == nil)
    #expect(try tables()["segmentation"]?.leftOut.isEmpty == true)
  }

  @Test("A method is found by what it does and not by its name")
  func renamedMethod() throws {
    var run = try cityscapes()
    run.methods = ["plain", "mine"]
    run.metrics = ["plain": [.mIoU: 7.5], "mine": [.mIoU: 31.25], "clip-surgery": [.mIoU: 99]]
    try run.write(to: folder.url.appending(path: "run"))
    #expect(
      try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes").own.value == 31.25)
  }

  @Test("A run without the method leaves the cell to an older run that has it")
  func otherMethod() throws {
    var run = try cityscapes()
    try run.write(to: folder.url.appending(path: "old"))
    run.date = Date(timeIntervalSince1970: 2_000_000)
    run.methods = ["clip"]
    run.metrics["clip-surgery"] = nil
    run.set("methods", to: [try #require(Self.firstMethod(of: run))])
    try run.write(to: folder.url.appending(path: "clip-alone"))
    #expect(
      try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes").own.value == 31.25)
  }

  private static func firstMethod(of run: PaperRun) -> JSONValue? {
    if case .array(let methods)? = run.content["methods"] { methods.first } else { nil }
  }

  @Test(
    "A run that differs in anything that moves the number is never taken, and the reason is told",
    arguments: [
      (["dataset", "demo"], "24 scenes of seed 1", "drawn scenes (24 scenes of seed 1)"),
      (["dataset", "split"], "train", "the part train and not val"),
      (
        ["protocol", "inputSize"], [224, 224], "protocol.inputSize is 224 × 224 and not 512 × 512"
      ),
      (
        ["protocol", "segmentation", "featureSurgery"], true, "segmentation.featureSurgery is true"
      ),
      (["protocol", "precision"], "bfloat16", "protocol.precision is bfloat16 and not float32"),
      (["protocol", "somethingNew"], 1, "protocol.somethingNew is 1 and not not stated"),
      (["templates"], ["count": 80, "sha256": "00"], "templates is 80 (00) and not 85"),
      (["classes"], ["count": 19, "sha256": "00"], "classes is 19 (00) and not 19"),
      (["model", "checkpoint"], "0123456789abcdef", "the weights are 0123456789ab… and not"),
      (["model"], nil, "the weights are unknown, as of predictions"),
      (["model", "vocabulary"], "0123", "the vocabulary is 0123…"),
      (["model", "activation"], "gelu", "model.activation is gelu and not text quick-gelu"),
      (["model", "heads", "vision"], 8, "model.heads.vision is 8"),
    ] as [([String], JSONValue?, String)])
  func deviations(path: [String], value: JSONValue?, reason: String) throws {
    var run = try cityscapes()
    switch path.count {
    case 1: run.set(path[0], to: value ?? .null)
    case 2: run.set(path[0], path[1], to: value ?? .null)
    default: run.set(path[0], path[1], path[2], to: value ?? .null)
    }
    try run.write(to: folder.url.appending(path: "run"))
    #expect(try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes").own.isNoRun)
    let left = try #require(try tables()["segmentation"]).leftOut
    #expect(left.map(\.run.url.lastPathComponent) == ["run"])
    let reasons = left.flatMap(\.deviations).map(\.description)
    #expect(reasons.count == 1 && reasons[0].contains(reason), "\(reasons)")
  }

  @Test("A run on a part of the images is never taken")
  func limited() throws {
    var run = try cityscapes()
    run.images = 50
    try run.write(to: folder.url.appending(path: "run"))
    #expect(try cell("segmentation", "CLIP Surgery CLIP no", "Cityscapes").own.isNoRun)
    let left = try #require(try tables()["segmentation"]).leftOut
    #expect(left.flatMap(\.deviations) == [.images(got: 50, published: [500])])
    #expect(try tables()["gem"]?.leftOut.isEmpty == true, "another data set's table")
  }

  @Test("Runs of NUS-Wide without lost photos are shown, and never compared")
  func missingImages() throws {
    var run = try PaperRun(
      of: "paper/multi-label-nus-wide81-rn50",
      metrics: ["clip": [.mAP: 1], "clip, softmax": [.mAP: 35], "clip-surgery": [.mAP: 40]])
    try run.write(to: folder.url.appending(path: "whole"))
    let whole = try cell("multi-label", "CLIP RN50 no", "NUS-Wide")
    #expect(whole.own.value == 35)
    #expect(whole.reasonAgainstComparing == nil)
    #expect(
      try cell("multi-label-activations", "Softmax", "NUS-Wide").own.isNoRun, "other weights")
    #expect(try tables()["multi-label-activations"]?.leftOut.isEmpty == true)

    run.date = Date(timeIntervalSince1970: 2_000_000)
    run.images = 100_000
    try run.write(to: folder.url.appending(path: "fewer"))
    let fewer = try cell("multi-label", "CLIP RN50 no", "NUS-Wide")
    #expect(fewer.own.value == 35)
    #expect(fewer.reasonAgainstComparing == "ours is of 100000 of 107859 images")
  }

  @Test("A number under another protocol stands beside ours without a difference")
  func otherProtocol() throws {
    try PaperRun(
      of: "paper/segmentation-ade20k150",
      metrics: ["clip": [.mIoU: 2], "clip-surgery": [.mIoU: 16.1]]
    ).write(to: folder.url.appending(path: "run"))
    let surgery = try cell("gem", "CLIP Surgery", "ADE20K")
    #expect(surgery.paper?.value == 12.9)
    #expect(surgery.own.value == 16.1)
    #expect(
      surgery.reasonAgainstComparing
        == "the published number is of the protocol gem, ours of the protocol paper")
  }

  @Test("One run serves every table that asks for its experiment")
  func shared() throws {
    try PaperRun(
      of: "paper/explainability-context59",
      metrics: [
        "clip": [.mIoU: 15.5, .mSC: -16], "clip+architecture-surgery": [.mIoU: 44, .mSC: 31],
        "clip-surgery": [.mIoU: 46, .mSC: nil],
      ]
    ).write(to: folder.url.appending(path: "run"))
    #expect(try cell("explainability", "PASCAL Context CLIP", "mIoU").own.value == 15.5)
    #expect(try cell("ablation", "+ architecture surgery", "mSC").own.value == 31)
    #expect(try cell("ablation", "+ feature surgery", "mSC").own.value == nil, "undefined")
  }

  @Test("Unfinished runs are not seen, and unreadable ones are told")
  func unreadable() throws {
    try folder.write("{}", to: ".run.unfinished-1/result.json")
    try folder.write("{", to: "broken/result.json")
    try folder.write("", to: "empty/images.jsonl")
    let runs = RunCatalogue(below: folder.url)
    #expect(runs.runs.isEmpty)
    #expect(runs.unreadable.count == 1)
    #expect(runs.unreadable.first?.description.contains("broken/result.json") == true)
  }
}

extension ComparedTable.Cell.Own {
  fileprivate var value: Double? {
    if case .score(let value, _) = self { value } else { nil }
  }

  fileprivate var isNoRun: Bool {
    if case .noRun = self { true } else { false }
  }

  fileprivate var isNone: Bool {
    if case .none = self { true } else { false }
  }
}

import Foundation
import OpenVocabulary
import TestSupport
import Testing

/// The class lists and templates under `Datasets`.
@Suite struct ShippedListTests {
  private static let classCounts = [
    "voc20": 20, "voc21": 21, "cityscapes19": 19, "context59": 59, "context60": 60,
    "coco-stuff171": 171, "coco-object81": 81, "ade20k150": 150, "voc20.maskclip": 20,
    "cityscapes19.maskclip": 19, "context59.maskclip": 59, "coco-stuff171.maskclip": 171,
    "ade20k150.maskclip": 150,
  ]

  private func classes(_ name: String) throws -> ClassList {
    try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/\(name).txt"))
  }

  private func templates(_ name: String) throws -> PromptTemplates {
    try PromptTemplates(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/templates/\(name).txt"))
  }

  @Test(arguments: classCounts.keys.sorted())
  func aClassListHasTheNumberInItsName(name: String) throws {
    let list = try classes(name)
    #expect(list.name == name)
    #expect(list.count == Self.classCounts[name])
  }

  @Test func everyClassListIsReadable() throws {
    let folder = SharedData.packageRoot.appending(path: "Datasets/classes")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= Self.classCounts.count)
    for file in files { #expect(throws: Never.self) { try ClassList(contentsOf: file) } }
  }

  @Test func theListsWithBackgroundAreTheOthersBehindIt() throws {
    #expect(try classes("voc21").names == ["background"] + classes("voc20").names)
    #expect(try classes("context60").names == ["background"] + classes("context59").names)
  }

  @Test func theTemplatesAreThoseOfTheirNames() throws {
    let surgery = try templates("clip-surgery-85")
    #expect(surgery.count == 85)
    #expect(surgery.templates[39] == "a photo of a {}.")
    #expect(try templates("openai-80").templates == Array(surgery.templates.prefix(80)))
  }

  @Test(
    .requiresSharedData,
    arguments: [
      ("voc20", "canonical_voc_20"), ("voc21", "canonical_voc_21"),
      ("cityscapes19", "canonical_cityscapes_19"), ("context59", "canonical_context_59"),
      ("context60", "canonical_context_60"), ("coco-stuff171", "canonical_coco_stuff_171"),
      ("coco-object81", "canonical_coco_object_81"), ("ade20k150", "canonical_ade20k_150"),
      ("voc20.maskclip", "prompt_voc20__maskclip"),
      ("cityscapes19.maskclip", "prompt_cityscapes19__maskclip"),
      ("context59.maskclip", "prompt_context59__maskclip"),
      ("coco-stuff171.maskclip", "prompt_coco_stuff171__maskclip"),
      ("ade20k150.maskclip", "prompt_ade20k150__maskclip"),
    ])
  func aClassListEqualsItsSource(name: String, source: String) throws {
    let reference = try ClassList(contentsOf: SharedData.url("data/classnames/\(source).txt"))
    #expect(try classes(name).texts == reference.texts)
  }

  @Test(.requiresSharedData) func theTemplatesEqualTheirSource() throws {
    let reference = try JSONDecoder().decode(
      [String].self, from: SharedData.data("data/mappings/prompt_templates_85.json"))
    #expect(try templates("clip-surgery-85").templates == reference)
  }
}

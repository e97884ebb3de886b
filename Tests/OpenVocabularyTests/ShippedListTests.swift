import Foundation
import OpenVocabulary
import TestSupport
import Testing

/// The class lists and templates under `Datasets`.
@Suite struct ShippedListTests {
  /// Every list with its source in the reference data, and what separates the texts of a class there.
  private static let sources = [
    ("voc20", "canonical_voc_20", ""), ("voc21", "canonical_voc_21", ""),
    ("cityscapes19", "canonical_cityscapes_19", ""), ("context59", "canonical_context_59", ""),
    ("context60", "canonical_context_60", ""), ("coco-stuff171", "canonical_coco_stuff_171", ""),
    ("coco-object81", "canonical_coco_object_81", ""), ("ade20k150", "canonical_ade20k_150", ""),
    ("nus-wide81", "canonical_nuswide_81", ""),
    ("voc20.maskclip", "prompt_voc20__maskclip", ""),
    ("cityscapes19.maskclip", "prompt_cityscapes19__maskclip", ""),
    ("context59.maskclip", "prompt_context59__maskclip", ""),
    ("context459.maskclip", "prompt_context459_raw__maskclip", ""),
    ("coco-stuff171.maskclip", "prompt_coco_stuff171__maskclip", ""),
    ("ade20k150.maskclip", "prompt_ade20k150__maskclip", ""),
    ("voc20.sclip", "prompt_voc20__sclip_naclip_resclip", ", "),
    ("voc20.clearclip", "prompt_voc20__clearclip_proxyclip", ","),
    ("voc21.sclip", "prompt_voc21__sclip_naclip_resclip", ", "),
    ("voc21.clearclip", "prompt_voc21__clearclip", ","),
    ("voc21.proxyclip", "prompt_voc21__proxyclip", "; "),
    ("context59.sclip", "prompt_context59__sclip_naclip_clearclip_proxyclip_resclip", ", "),
    ("context60.sclip", "prompt_context60__sclip_naclip_clearclip_proxyclip_resclip", ", "),
    ("context459.proxyclip", "prompt_context459__proxyclip", "; "),
    ("coco-object81.sclip", "prompt_coco_object__sclip_naclip_resclip", ", "),
    ("coco-object81.clearclip", "prompt_coco_object__clearclip", ","),
    ("coco-object81.proxyclip", "prompt_coco_object__proxyclip", "; "),
    ("coco-stuff171.sclip", "prompt_coco_stuff__sclip_naclip_clearclip_proxyclip_resclip", ", "),
    ("ade20k150.sclip", "prompt_ade20k__sclip_naclip_clearclip_proxyclip_resclip", ", "),
    ("ade20k847.proxyclip", "prompt_ade20k847__proxyclip", "; "),
    ("cityscapes19.sclip", "prompt_city_scapes__sclip_naclip_clearclip_proxyclip_resclip", ", "),
  ].map { (name: $0.0, source: $0.1, separator: $0.2) }

  /// The lists whose sources are not among the reference data.
  private static let others =
    ["imagenet-s50", "imagenet-s300", "imagenet-s919"].flatMap { [$0, "\($0).openai"] } + ["coco80"]

  private func classes(_ name: String) throws -> ClassList {
    try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/\(name).txt"))
  }

  private func templates(_ name: String) throws -> PromptTemplates {
    try PromptTemplates(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/templates/\(name).txt"))
  }

  @Test func everyListIsReadableAndHasTheNumberInItsName() throws {
    let folder = SharedData.packageRoot.appending(path: "Datasets/classes")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let names = files.map { $0.deletingPathExtension().lastPathComponent }
    #expect(names.sorted() == (Self.sources.map(\.name) + Self.others).sorted())
    for name in names {
      let list = try classes(name)
      #expect(list.name == name)
      let digits = name.prefix { $0 != "." }.reversed().prefix { $0.isNumber }.reversed()
      #expect(String(list.count) == String(digits), "\(name)")
    }
  }

  @Test func theListsWithBackgroundAreTheOthersBehindIt() throws {
    #expect(try classes("voc21").names == ["background"] + classes("voc20").names)
    #expect(try classes("context60").names == ["background"] + classes("context59").names)
    #expect(try classes("coco-object81").names == ["background"] + classes("coco80").names)
  }

  @Test(arguments: [
    "voc21.sclip", "voc21.proxyclip", "coco-object81.sclip", "coco-object81.proxyclip",
  ])
  func aBackgroundOfManyWordsIsCalledBackground(name: String) throws {
    let list = try classes(name)
    #expect(list.names[0] == "background")
    #expect(list.texts[0].count == (name == "coco-object81.proxyclip" ? 17 : 26))
    #expect(list.texts[0][0] == "sky")
  }

  @Test func theTemplatesAreThoseOfTheirNames() throws {
    let surgery = try templates("clip-surgery-85")
    #expect(surgery.count == 85)
    #expect(surgery.templates[39] == "a photo of a {}.")
    #expect(try templates("openai-80").templates == Array(surgery.templates.prefix(80)))
  }

  /// The sources separate texts in three ways; what stands in a line is compared text by text.
  @Test(.requiresSharedData, arguments: sources)
  func aClassListEqualsItsSource(name: String, source: String, separator: String) throws {
    let contents = try String(
      contentsOf: SharedData.url("data/classnames/\(source).txt"), encoding: .utf8)
    var lines = contents.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    let texts = lines.map { line in
      (separator.isEmpty ? [line] : line.components(separatedBy: separator))
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(try classes(name).texts == texts)
  }

  @Test(.requiresSharedData) func theTemplatesEqualTheirSource() throws {
    let reference = try JSONDecoder().decode(
      [String].self, from: SharedData.data("data/mappings/prompt_templates_85.json"))
    #expect(try templates("clip-surgery-85").templates == reference)
  }
}

import CLIP
import Foundation
import OpenVocabulary
import Testing

@Suite struct MethodTests {
  @Test func theRegistryCombinesTheTwoSurgeries() throws {
    #expect(
      Method.all.map(\.name) == [
        "clip", "clip+architecture-surgery", "clip+feature-surgery", "clip-surgery",
        "vv-last-block", "vv-single-path", "dual-path-with-ffn",
      ])
    for method in Method.all {
      #expect(try Method.named(method.name) == method)
    }
    #expect(try Method.named("clip").attention == .original)
    #expect(try Method.named("clip").featureSurgery == nil)
    #expect(try Method.named("clip+architecture-surgery").attention == .surgery())
    #expect(try Method.named("clip+architecture-surgery").featureSurgery == nil)
    #expect(try Method.named("clip+feature-surgery").attention == .original)
    #expect(try Method.named("clip+feature-surgery").featureSurgery == FeatureSurgery(.released))
    #expect(try Method.named("clip-surgery").attention == .surgery())
    #expect(try Method.named("clip-surgery").featureSurgery == FeatureSurgery(.released))
  }

  @Test func theStepsOfTheAblationChangeTheAttentionAlone() throws {
    let steps: [(String, BlockSurgery)] = [
      ("vv-last-block", BlockSurgery(.last(1), paths: .single, feedForward: true)),
      ("vv-single-path", BlockSurgery(.last(6), paths: .single, feedForward: true)),
      ("dual-path-with-ffn", BlockSurgery(.last(6), paths: .dual, feedForward: true)),
    ]
    for (name, blocks) in steps {
      #expect(try Method.named(name).attention == .surgery(blocks: blocks))
      #expect(try Method.named(name).featureSurgery == nil)
    }
  }

  @Test(arguments: [
    ("clip-surgry", "clip-surgery"), ("CLIP-Surgery", "clip-surgery"), ("Clip", "clip"),
    ("clip+architecture_surgery", "clip+architecture-surgery"), ("maskclip", nil), ("", nil),
  ])
  func anUnknownNameIsAnErrorWithTheNearestKnownOne(name: String, suggestion: String?) {
    #expect(
      throws: OpenVocabularyError.unknownMethod(
        got: name, known: Method.all.map(\.name), suggestion: suggestion)
    ) {
      try Method.named(name)
    }
  }

  @Test func theErrorSaysWhatIsKnown() {
    let error = #expect(throws: OpenVocabularyError.self) { try Method.named("clip-surgry") }
    #expect(
      error?.description == """
        no method “clip-surgry”; did you mean “clip-surgery”? (known: clip, \
        clip+architecture-surgery, clip+feature-surgery, clip-surgery, vv-last-block, \
        vv-single-path, dual-path-with-ffn)
        """)
  }

  @Test func aMethodOfTheBlocksAloneIsReadWithWhatThePaperHas() throws {
    let text = #"{"attention":"surgery","featureSurgery":null,"firstBlock":3,"name":"own"}"#
    #expect(
      try JSONDecoder().decode(Method.self, from: Data(text.utf8)).attention
        == .surgery(blocks: BlockSurgery(.from(3))))
  }

  @Test func aMethodSurvivesJSON() throws {
    let deep = Method(
      name: "own", attention: .surgery(blocks: BlockSurgery(.from(3))),
      featureSurgery: FeatureSurgery(.firstRelease, temperature: 4))
    let pooled = Method(
      name: "pooled", attention: .surgery(resNet: .paper), featureSurgery: nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for method in Method.all + [deep, pooled] {
      let data = try encoder.encode(method)
      #expect(try JSONDecoder().decode(Method.self, from: data) == method)
    }
    #expect(
      String(decoding: try encoder.encode(Method.clip), as: UTF8.self)
        == #"{"attention":"original","featureSurgery":null,"firstBlock":null,"name":"clip"}"#)
    #expect(
      String(decoding: try encoder.encode(deep), as: UTF8.self) == """
        {"attention":"surgery","featureSurgery":{"temperature":4,"variant":"first-release"},\
        "feedForward":false,"firstBlock":3,"name":"own","paths":"dual"}
        """)
    #expect(
      String(decoding: try encoder.encode(pooled), as: UTF8.self) == """
        {"attention":"surgery","featureSurgery":null,"firstBlock":null,"name":"pooled",\
        "resNet":"paper"}
        """)
  }
}

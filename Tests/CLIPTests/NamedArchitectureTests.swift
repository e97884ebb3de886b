import CLIP
import Checkpoints
import Foundation
import Testing

@Suite("NamedArchitecture")
struct NamedArchitectureTests {
  /// The numbers of parameters of the published models, without batch normalisations' statistics.
  private static let parameterCounts = [
    "RN50": 102_007_137, "RN101": 119_688_033, "RN50x4": 178_300_601, "RN50x16": 290_979_217,
    "RN50x64": 623_258_305, "ViT-B/32": 151_277_313, "ViT-B/16": 149_620_737,
    "ViT-L/14": 427_616_513, "ViT-L/14@336px": 427_944_193, "ViT-H/14": 986_109_441,
    "ViT-g/14": 1_366_678_273, "ViT-bigG/14": 2_539_567_105,
  ]

  @Test("has the shapes of the published models, from which it is told again, heads included")
  func shapes() throws {
    #expect(NamedArchitecture.all.map(\.name).sorted() == Self.parameterCounts.keys.sorted())
    for named in NamedArchitecture.all {
      let shapes = named.architecture.tensorShapes
      let count = shapes.filter { !$0.key.contains(".running_") }.values
        .reduce(0) { $0 + $1.reduce(1, *) }
      #expect(count == Self.parameterCounts[named.name], "\(named.name)")
      let told = try CLIPArchitecture(of: ShapesOnly(shapes))
      #expect(told == named.architecture, "\(named.name)")
      #expect(told.name == named.name)
    }
  }

  @Test(
    "is found by its name in either spelling",
    arguments: [
      ("ViT-B/16", "ViT-B/16"), ("vit-b-16", "ViT-B/16"), ("ViT-L/14@336", "ViT-L/14@336px"),
      ("ViT-L-14-336", "ViT-L/14@336px"), ("rn50x64", "RN50x64"), ("ViT-bigG-14", "ViT-bigG/14"),
    ])
  func names(given: String, name: String) throws {
    #expect(try NamedArchitecture.named(given).name == name)
  }

  @Test("an unknown name is an error that lists the known ones")
  func unknownName() {
    let known = NamedArchitecture.all.map(\.name)
    #expect(throws: CLIPError.unknownArchitecture(got: "ViT-B/8", known: known)) {
      try NamedArchitecture.named("ViT-B/8")
    }
  }

  @Test("fewer blocks keep the width, the heads and what they are told by", arguments: [1, 2])
  func limited(blocks: Int) throws {
    for named in NamedArchitecture.all {
      let limited = named.architecture.limited(toBlocks: blocks)
      #expect(limited != named.architecture)
      #expect(limited.name == nil)
      #expect(
        try CLIPArchitecture(of: ShapesOnly(limited.tensorShapes)) == limited, "\(named.name)")
    }
  }

  @Test("heads of wide transformers are known by their width or stated, never by the rule")
  func wideTowers() throws {
    let huge = try CheckpointInspection(
      of: ShapesOnly(NamedArchitecture.named("ViT-H/14").architecture.tensorShapes))
    #expect(
      huge.visionHeads == HeadChoice(count: 16, reason: .architecture(name: "ViT-H/14")))
    #expect(huge.visionHeads.description == "16, as ViT-H/14 has for this width")
    #expect(huge.textHeads == HeadChoice(count: 16, reason: .openAIRule))

    let base = try NamedArchitecture.named("ViT-B/16").architecture.limited(toBlocks: 1)
    var shapes = base.tensorShapes
    // 1,152 is a multiple of 64, and the models of this width have heads of 72.
    for (name, shape) in shapes where name.hasPrefix("visual.") {
      shapes[name] = shape.map { $0.isMultiple(of: 768) ? $0 / 768 * 1152 : $0 }
    }
    let wide = ShapesOnly(shapes)
    #expect(
      throws: CLIPError.headsDoNotFit(file: wide.file, tower: "vision", got: nil, width: 1152)
    ) { try CLIPArchitecture(of: wide) }
    let inspection = try CheckpointInspection(of: wide, heads: HeadCounts(vision: 16))
    #expect(inspection.visionHeads == HeadChoice(count: 16, reason: .stated))
  }
}

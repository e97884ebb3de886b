import Checkpoints
import Foundation
import Imaging
import Tensors
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate features")
  struct FeaturesTests {
    static let texts = ["sky", "grass", "a red bus", "water"]
    static let textArguments = texts.flatMap { ["--text", $0] }

    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "features.safetensors")
    }

    private func features(_ image: URL, _ more: [String] = []) async throws -> FeatureFile {
      let process = try await EvaluateProcess.run(
        ["features", "--image", image.argument, "--output", output.argument] + more)
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == "")
      return try FeatureFile(output)
    }

    private func picture(width: Int, height: Int) throws -> URL {
      let picture = SmallExperiment.picture(seed: 3, width: width, height: height)
      return try folder.write(picture.pngData(), to: "picture.png")
    }

    @Test(
      "Without texts there are tokens alone, one for the image and one a patch",
      arguments: [([], 65), (["--size", "40"], 26), (["--size", "96"], 145)])
    func tokensAlone(arguments: [String], tokenCount: Int) async throws {
      let features = try await features(picture(width: 61, height: 45), arguments)
      #expect(features.forms == ["tokens": "F32 [\(tokenCount), 128]"])
      #expect(features.tokens.elements.allSatisfy { $0.isFinite })
    }

    @Test("Architecture surgery changes the patches' tokens and not the image's")
    func methods() async throws {
      let picture = try picture(width: 61, height: 45)
      let surgery = try await features(picture).tokens
      let named = try await features(picture, ["--method", "clip-surgery"]).tokens
      let original = try await features(picture, ["--method", "clip"]).tokens
      #expect(surgery == named)
      #expect(surgery.elements.prefix(128) == original.elements.prefix(128))
      for patch in 1..<65 {
        let places = patch * 128..<(patch + 1) * 128
        #expect(surgery.elements[places] != original.elements[places], "patch \(patch)")
      }
    }

    @Test(
      "With texts there are cosines, similarities, maps and labels that follow from each other",
      arguments: [(61, 45), (8, 8), (5, 130), (200, 96)])
    func selfConsistency(width: Int, height: Int) async throws {
      let features = try await features(
        picture(width: width, height: height), Self.textArguments)
      #expect(
        features.forms == [
          "tokens": "F32 [65, 128]", "cosine": "F32 [65, 4]", "similarity": "F32 [65, 4]",
          "map": "F32 [\(height), \(width), 4]", "argmax": "I32 [\(height), \(width)]",
        ])
      let cosine = try features.cosine
      #expect(cosine.elements.allSatisfy { abs($0) <= 1 })
      expectClose(
        try features.similarity, cosine.afterFeatureSurgery, relative: 5e-6, "similarity")
      let map = try features.map
      #expect(map.elements.allSatisfy { (0...1).contains($0) })
      expectClose(
        map,
        try features.similarity.patches.minMaxed.interpolated(height: height, width: width),
        relative: 5e-6, "map")
      try expectLabels(
        features.argmax, from: cosine.patches.interpolated(height: height, width: width))
    }

    @Test("A picture of as many pixels as patches has each patch's own best text as its label")
    func onePixelAPatch() async throws {
      let features = try await features(picture(width: 8, height: 8), Self.textArguments)
      let cosine = try features.cosine
      let best = (1..<65).map { row in
        (0..<4).reduce(0) {
          cosine.elements[row * 4 + $1] > cosine.elements[row * 4 + $0] ? $1 : $0
        }
      }
      #expect(try features.argmax == best)
      #expect(Set(best).count > 1)
      let map = try features.map
      for column in 0..<4 {
        let values = stride(from: column, to: map.count, by: 4).map { map.elements[$0] }
        #expect(values.min() == 0)
        #expect(values.max() == 1)
      }
    }

    @Test("The order of the texts is the order of the columns, and each is scored by itself")
    func textOrder() async throws {
      let picture = try picture(width: 61, height: 45)
      let cosine = try await features(picture, Self.textArguments).cosine
      let reversed = try await features(
        picture, Self.texts.reversed().flatMap { ["--text", $0] }
      ).cosine
      var mirrored = reversed
      for row in 0..<65 {
        for column in 0..<4 {
          mirrored.elements[row * 4 + column] = reversed.elements[row * 4 + 3 - column]
        }
      }
      expectClose(mirrored, cosine, relative: 5e-6, "cosines of reversed texts")
    }

    @Test(
      "Cosines are those of the tokens with the reference's text features", .requiresSharedData,
      arguments: [32, 64])
    func goldenTexts(size: Int) async throws {
      struct Expected: Decodable {
        let labels: [String]
      }
      let labels = try JSONDecoder().decode(
        Expected.self, from: SharedData.data("golden/vit-tiny/expected.json")
      ).labels
      let features = try await features(
        SharedData.url("data/VOCdevkit/VOC2012/JPEGImages/2007_000129.jpg"),
        [
          "--checkpoint", SharedData.url("golden/vit-tiny/model.safetensors").argument,
          "--vocabulary", SharedData.url("data/bpe_simple_vocab_16e6.txt.gz").argument,
          "--protocol", "paper", "--size", "\(size)",
        ] + labels.flatMap { ["--text", $0] })
      let reference = try SafetensorsFile(
        contentsOf: SharedData.url("golden/vit-tiny/expected.safetensors"))
      for (name, golden) in [
        ("tokens", "surgery.tokens"), ("cosine", "cosine"), ("similarity", "similarity.labels"),
      ] {
        let form = try #require(reference.descriptions["\(size).\(golden)"])
        // The reference's first axis is its two pictures.
        #expect(features.forms[name] == "F32 \(Array(form.shape.dropFirst()))")
      }
      #expect(features.forms["map"] == "F32 [500, 334, 8]")
      #expect(features.forms["argmax"] == "I32 [500, 334]")
      let expected = features.tokens.unitRows().product(
        withRowsOf: try reference.tensor(named: "text.ensemble"))
      expectClose(try features.cosine, expected, relative: 5e-5, "cosine at \(size)")
    }

    @Test("What cannot be computed is refused and nothing is written")
    func refusals() async throws {
      let picture = try picture(width: 61, height: 45)
      let broken = try folder.write(Data(contentsOf: picture).prefix(300), to: "broken.png")
      let before = folder.contents
      func expectRefusal(
        _ arguments: [String], _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation
      ) async throws {
        try await EvaluateProcess.run(
          ["features", "--image", picture.argument, "--output", output.argument] + arguments
        ).expectRefusal(mentioning: parts, sourceLocation: sourceLocation)
        #expect(folder.contents == before, sourceLocation: sourceLocation)
      }
      try await expectRefusal(["--size", "60"], ["60 × 60", "patch size, 8"])
      try await expectRefusal(["--method", "clip-surgry"], ["clip-surgry", "clip-surgery"])
      try await expectRefusal(
        ["--protocol", "papr"], ["--protocol papr", "did you mean `paper`?"])
      try await expectRefusal(["--image", broken.argument], ["broken.png", "truncated"])
      try await expectRefusal(["--image", "none.jpg"], ["none.jpg", "no such file"])
      try await expectRefusal(["--checkpoint", "none.safetensors"], ["none.safetensors"])
      try await expectRefusal(
        ["--output", picture.appending(path: "x").argument], ["picture.png/x", "cannot be written"])
      let long = Array(repeating: "dog", count: 80).joined(separator: " ")
      try await expectRefusal(["--text", long], ["tokens", "77"])
    }

    /// Expects the labels of the highest score at each pixel, but where the two highest scores are
    /// closer than single precision can tell.
    private func expectLabels(_ labels: [Int], from scores: Tensor) throws {
      let channels = scores.shape[2]
      #expect(labels.count * channels == scores.count)
      var ties = 0
      for (pixel, label) in labels.enumerated() {
        let values = (0..<channels).map { scores.elements[pixel * channels + $0] }
        let highest = try #require(values.max())
        guard (0..<channels).contains(label) else {
          Issue.record("label \(label) at pixel \(pixel) of \(channels) texts")
          return
        }
        if values[label] != highest { ties += 1 }
        #expect(highest - values[label] <= 1e-6, "pixel \(pixel)")
      }
      print("argmax: \(ties) of \(labels.count) pixels differ, all of them ties to 1e-6")
    }
  }
}

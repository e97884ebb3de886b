import CLIP
import Checkpoints
import Foundation
import Imaging
import Tensors
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate tokens")
  struct TokensTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private static let photo = Demo.images.appending(path: "demo_000000.jpg")
    private static let captions = Demo.folder.appending(path: "VOC/captions.tsv")

    private func tokens(_ arguments: [String]) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["tokens"] + arguments)
    }

    /// The cells of a printed table's rows: those between its rule and its notes that begin with a
    /// number, where the first column is one.
    private func rows(_ output: String) -> [[String]] {
      output.split(separator: "\n").drop { !$0.hasPrefix("──") }.dropFirst()
        .map { $0.split(separator: " ").map(String.init) }.prefix { Double($0.last ?? "") != nil }
        .map { Array($0) }
    }

    /// The cosines of an image's class token with the features of a sentence's tokens, plainly: the class
    /// token as `evaluate features` wrote it, each feature by the library.
    private func cosines(of image: URL, with sentence: String) async throws -> [Double] {
      let file = folder.url.appending(path: "\(UUID().uuidString).safetensors")
      let process = try await EvaluateProcess.run([
        "features", "--image", image.argument, "--method", "clip+architecture-surgery",
        "--output", file.argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let tokens = try FeatureFile(file).tokens
      let classToken = tokens.elements.prefix(tokens.shape[1]).map { Double($0) }
      let model = try CLIPModel(
        source: SafetensorsFile(contentsOf: Demo.checkpoint), multiplier: OpenBLASMultiplier())
      let ids = try BytePairTokenizer(vocabulary: Demo.vocabulary).tokens(of: sentence)
      let features = try model.text.tokenFeatures(of: ids)
      func length(_ vector: [Double]) -> Double {
        vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
      return ids.indices.map { row in
        let start = row * classToken.count
        let feature = features.elements[start..<start + classToken.count].map { Double($0) }
        let product = zip(classToken, feature).reduce(0) { $0 + $1.0 * $1.1 }
        return product / length(classToken) / length(feature)
      }
    }

    @Test("The tokens of a sentence are listed by their cosine with the class token")
    func ranking() async throws {
      let sentence = "A view of the Sky, and a bus."
      let process = try await tokens(["--image", Self.photo.argument, "--text", sentence])
      #expect(process.exitCode == 0, "\(process.messages)")
      let names = [
        "[start]", "a", "view", "of", "the", "sky", ",", "and", "a", "bus", ".", "[end]",
      ]
      let expected = try await cosines(of: Self.photo, with: sentence)
      let rows = rows(process.output)
      #expect(rows.count == names.count, "\(process.output)")
      let order = names.indices.sorted { (-expected[$0], $0) < (-expected[$1], $1) }
      for (rank, (row, place)) in zip(rows, order).enumerated() {
        #expect(Array(row.prefix(3)) == ["\(rank + 1)", names[place], "\(place + 1)"])
        let similarity = try #require(Double(row[3]))
        #expect(abs(similarity - expected[place]) < 1e-4, "\(row), expected \(expected[place])")
      }
    }

    @Test(
      "Each token has a map of the image's own size, whatever that is",
      arguments: [(61, 45), (9, 130)])
    func maps(size: (width: Int, height: Int)) async throws {
      let picture = SmallExperiment.picture(seed: 4, width: size.width, height: size.height)
      let image = try folder.write(picture.pngData(), to: "picture.png")
      let output = folder.url.appending(path: "maps")
      let process = try await tokens([
        "--image", image.argument, "--text", "the sky.", "--output", output.argument,
        "--opacity", "1",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let names = ["1-start", "2-the", "3-sky", "4", "5-end"]
      let listed = names.flatMap { name in
        [".png", ".clip+architecture-surgery.png"].map {
          output.appending(path: name + $0).path + "\n"
        }
      }.joined()
      #expect(process.output.hasSuffix("\n\n" + listed), "\(process.output)")
      var maps: [RGBImage] = []
      for name in names {
        let map = try RGBImage(
          contentsOf: output.appending(path: "\(name).clip+architecture-surgery.png"))
        #expect((map.width, map.height) == size)
        #expect(!maps.contains(map), "\(name)")
        maps.append(map)
        let panel = try RGBImage(contentsOf: output.appending(path: "\(name).png"))
        #expect(panel == RGBImage(tiling: [[picture, map]], gap: 4))
      }
      let again = try await tokens([
        "--image", image.argument, "--text", "the sky.", "--output", output.argument,
      ])
      again.expectRefusal(mentioning: ["maps", "exists already", "--overwrite"])
    }

    @Test("Over a list the tokens most often on top are counted, for any number of workers")
    func list() async throws {
      let pairs = try String(contentsOf: Self.captions, encoding: .utf8)
        .split(separator: "\n").prefix(5).map { $0.split(separator: "\t").map(String.init) }
      var counts: [String: (onTop: Int, first: Int, pairs: Int)] = [:]
      for pair in pairs {
        let image = Demo.folder.appending(path: "VOC/\(pair[0])")
        let process = try await tokens(["--image", image.argument, "--text", pair[1]])
        let names = rows(process.output).map { $0[1] }
        for name in Set(names) { counts[name, default: (0, 0, 0)].pairs += 1 }
        for name in Set(names.prefix(2)) { counts[name]?.onTop += 1 }
        counts[names[0]]?.first += 1
      }
      let list = pairs.map { pair in
        "\(Demo.folder.appending(path: "VOC/\(pair[0])").path)\t\(pair[1])\n"
      }.joined()
      let file = try folder.write(list, to: "pairs.tsv")
      var outputs: [String] = []
      for workers in ["1", "3"] {
        let process = try await tokens([
          "--dataset", file.argument, "--top", "2", "--workers", workers, "--rows", "100",
        ])
        #expect(process.exitCode == 0, "\(process.messages)")
        outputs.append(process.output)
      }
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0].hasPrefix("DEMO Tokens most often on top"))
      #expect(outputs[0].contains("5 pairs"))
      let printed = rows(outputs[0])
      #expect(Set(printed.map { $0[0] }) == Set(counts.filter { $0.value.onTop > 0 }.keys))
      for row in printed {
        let expected = try #require(counts[row[0]])
        #expect(
          Array(row[1...3]) == ["\(expected.onTop)", "\(expected.first)", "\(expected.pairs)"],
          "\(row)")
      }
    }

    @Test("On the demo's captions the end of text is most often on top")
    func endOfText() async throws {
      let process = try await tokens(["--dataset", Self.captions.argument, "--rows", "1"])
      #expect(process.exitCode == 0, "\(process.messages)")
      let row = try #require(rows(process.output).first)
      #expect(row[0] == "[end]" && row[3] == "240", "\(row)")
      #expect(process.output.contains("more tokens were on top"))
    }

    @Test("A photograph of any aspect goes through a random model", .requiresSharedData)
    func photograph() async throws {
      let photos = SharedData.url("data/VOCdevkit/VOC2012/JPEGImages")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: photos.argument).sorted().first)
      let file = folder.url.appending(path: "maps.png")
      let process = try await tokens([
        "--image", photos.appending(path: name).argument, "--text", "a photo of a café.",
        "--checkpoint", SharedData.url("golden/vit-tiny/model.safetensors").argument,
        "--vocabulary", SharedData.url("data/bpe_simple_vocab_16e6.txt.gz").argument,
        "--size", "64", "--output", file.argument,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(
        Set(rows(process.output).map { $0[1] }) == [
          "[start]", "a", "photo", "of", "café", ".", "[end]",
        ])
      let photo = try RGBImage(contentsOf: photos.appending(path: name))
      let panels = try RGBImage(contentsOf: file)
      #expect(panels.height == 8 * (photo.height + 4) - 4)
      #expect(panels.width == 2 * photo.width + 4)
    }

    @Test("Bad input is told")
    func refusals() async throws {
      let photo = Self.photo.argument
      let long = Array(repeating: "sky", count: 80).joined(separator: " ")
      let list = try folder.write("none.jpg\ta dog", to: "pairs.tsv")
      for (arguments, mentions) in [
        (["--image", "none.jpg", "--text", "sky"], ["none.jpg", "no such file"]),
        (["--image", photo, "--text", long], ["tokens", "77"]),
        (["--image", photo, "--text", "sky", "--method", "clip-surgry"], ["clip-surgery"]),
        (["--image", photo, "--text", "sky", "--output", "maps.jpg"], ["maps.jpg", "PNG"]),
        (["--dataset", "none.tsv"], ["none.tsv"]),
        (["--dataset", list.argument], ["none.jpg", "missing"]),
      ] {
        try await tokens(arguments).expectRefusal(mentioning: mentions)
      }
    }

    @Test(
      "A wrong command line is told with exit code 64",
      arguments: [
        ([], "--dataset"), (["--image", "a.jpg"], "--text"),
        (["--image", "a.jpg", "--text", "sky", "--dataset", "b"], "--dataset"),
        (["--image", "a.jpg", "--text", " "], "--text"),
        (["--image", "a.jpg", "--text", "sky", "--top", "2"], "--dataset"),
        (["--image", "a.jpg", "--text", "sky", "--overwrite"], "--output"),
        (["--dataset", "b", "--output", "maps"], "--output"),
        (["--dataset", "b", "--top", "0"], "--top"),
      ])
    func usage(arguments: [String], mention: String) async throws {
      let process = try await tokens(arguments)
      #expect(process.exitCode == 64)
      #expect(process.output == "")
      #expect(process.messages.contains(mention), "\(process.messages)")
    }
  }
}

import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate explain")
  struct ExplainTests {
    let folder: TemporaryFolder
    let output: URL

    init() throws {
      folder = try TemporaryFolder()
      output = folder.url.appending(path: "maps")
    }

    private static let photo = Demo.images.appending(path: "demo_000000.jpg")

    private func explain(_ arguments: [String], to place: URL? = nil) async throws
      -> EvaluateProcess
    {
      try await EvaluateProcess.run(
        ["explain", "--output", (place ?? output).argument] + arguments)
    }

    private func picture(width: Int, height: Int) throws -> URL {
      let picture = SmallExperiment.picture(seed: 3, width: width, height: height)
      return try folder.write(picture.pngData(), to: "picture.png")
    }

    @Test("A folder gets a panel a text and each method's map, listed in order")
    func folderOfMaps() async throws {
      let process = try await explain([
        "--image", Self.photo.argument, "--text", "sky", "--text", "A red/bus",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let names = [
        "1-sky.png", "1-sky.clip.png", "1-sky.clip-surgery.png", "2-a-red-bus.png",
        "2-a-red-bus.clip.png", "2-a-red-bus.clip-surgery.png",
      ]
      #expect(process.output == names.map { output.appending(path: $0).path + "\n" }.joined())
      #expect(process.messages.contains("clip, clip-surgery"))
      #expect(folder.contents.filter { $0.hasSuffix(".png") }.count == 6)
      let photo = try RGBImage(contentsOf: Self.photo)
      let maps = try names.map { try RGBImage(contentsOf: output.appending(path: $0)) }
      for text in [0, 3] {
        #expect(
          maps[text] == RGBImage(tiling: [[photo, maps[text + 1], maps[text + 2]]], gap: 4))
        #expect(maps[text + 1] != maps[text + 2])
        #expect(maps[text + 1] != photo)
      }
    }

    @Test(
      "Maps have the image's own size, whatever it is, and the colours of the palette alone",
      arguments: [(61, 45), (9, 130), (8, 8)], HeatPalette.allCases)
    func ownSize(size: (width: Int, height: Int), palette: HeatPalette) async throws {
      let picture = try picture(width: size.width, height: size.height)
      let file = folder.url.appending(path: "maps.png")
      let process = try await explain(
        [
          "--image", picture.argument, "--text", "sky", "--method", "clip-surgery", "--palette",
          palette.rawValue, "--opacity", "1",
        ], to: file)
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.output == file.path + "\n")
      let panel = try RGBImage(contentsOf: file)
      #expect(panel.width == 2 * size.width + 4)
      #expect(panel.height == size.height)
      let colours = Set(palette.palette.colours + [.init(red: 255, green: 255, blue: 255)])
      for row in 0..<size.height {
        for column in size.width..<panel.width {
          let start = 3 * (row * panel.width + column)
          let colour = Palette.Colour(
            red: panel.samples[start], green: panel.samples[start + 1],
            blue: panel.samples[start + 2])
          #expect(colours.contains(colour), "row \(row), column \(column)")
        }
      }
    }

    @Test("One text stands for itself; with --single so does each of several")
    func singleTexts() async throws {
      func map(_ place: String, _ arguments: [String]) async throws -> RGBImage {
        let place = folder.url.appending(path: place)
        let process = try await explain(
          ["--image", Self.photo.argument, "--method", "clip-surgery"] + arguments, to: place)
        #expect(process.exitCode == 0, "\(process.messages)")
        return try RGBImage(contentsOf: place.appending(path: "1-sky.clip-surgery.png"))
      }
      let alone = try await map("alone", ["--text", "sky"])
      let single = try await map("single", ["--text", "sky", "--text", "grass", "--single"])
      let listed = try await map("listed", ["--text", "sky", "--text", "grass"])
      // The number of texts moves the last bits of a product, and so a colour by a level.
      let distance = zip(alone.samples, single.samples).map { abs(Int($0) - Int($1)) }.max()
      #expect((distance ?? 255) <= 3)
      #expect(listed != single)
    }

    @Test("What lies there is replaced only when asked")
    func overwriting() async throws {
      let file = try folder.write("keep", to: "file.png")
      let arguments = [
        "--image", Self.photo.argument, "--text", "sky", "--method", "clip", "--size", "32",
      ]
      try await explain(arguments, to: file).expectRefusal(
        mentioning: ["file.png exists already", "--overwrite"])
      #expect(try String(contentsOf: file, encoding: .utf8) == "keep")
      let other = try folder.write("other", to: "maps/other.txt")
      try await explain(arguments).expectRefusal(mentioning: ["maps", "exists already"])
      for place in [file, output] {
        let process = try await explain(arguments + ["--overwrite"], to: place)
        #expect(process.exitCode == 0, "\(process.messages)")
      }
      #expect(try RGBImage(contentsOf: file).width > 0)
      #expect(try String(contentsOf: other, encoding: .utf8) == "other")
      #expect(
        folder.contents.sorted() == [
          "file.png", "maps", "maps/1-sky.clip.png", "maps/1-sky.png", "maps/other.txt",
        ])
    }

    @Test("Bad input is told, and nothing is written")
    func refusals() async throws {
      let photo = Self.photo.argument
      let before = folder.contents
      for (arguments, mentions) in [
        (["--image", "none.jpg", "--text", "sky"], ["none.jpg", "no such file"]),
        (["--image", photo, "--text", "sky", "--method", "clip-surgry"], ["clip-surgery"]),
        (["--image", photo, "--text", "sky", "--size", "33"], ["33"]),
        (
          ["--image", photo, "--text", Array(repeating: "sky", count: 80).joined(separator: " ")],
          ["tokens", "77"]
        ),
      ] {
        try await explain(arguments).expectRefusal(mentioning: mentions)
      }
      try await explain(
        ["--image", photo, "--text", "sky"], to: folder.url.appending(path: "maps.jpg")
      ).expectRefusal(mentioning: ["maps.jpg", "PNG"])
      try await explain(
        ["--image", photo, "--text", "sky", "--size", "32"],
        to: folder.url.appending(path: "none/maps.png")
      ).expectRefusal(mentioning: ["none/maps.png", "cannot write"])
      #expect(folder.contents == before)
    }

    @Test(
      "A wrong command line is told with exit code 64",
      arguments: [
        (["--text", ""], "--text"), (["--text", " "], "--text"), ([], "--text"),
        (["--text", "sky", "--palette", "rainbow"], "viridis"),
        (["--text", "sky", "--opacity", "1.5"], "--opacity"),
        (["--text", "sky", "--method", "clip", "--method", "clip"], "--method"),
        (["--text", "sky", "--size", "0"], "--size"),
      ])
    func usage(arguments: [String], mention: String) async throws {
      let process = try await explain(["--image", Self.photo.argument] + arguments)
      #expect(process.exitCode == 64)
      #expect(process.output == "")
      #expect(process.messages.contains(mention), "\(process.messages)")
      #expect(folder.contents.isEmpty)
    }
  }
}

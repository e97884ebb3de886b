import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate points")
  struct PointsTests {
    /// A line as SAM's predictor reads it.
    private struct Line: Decodable, Equatable {
      private enum CodingKeys: String, CodingKey {
        case text
        case coordinates = "point_coords"
        case labels = "point_labels"
      }

      let text: String
      let coordinates: [[Int]]
      let labels: [Int]

      /// The points of a label.
      func points(_ label: Int) -> [[Int]] {
        zip(coordinates, labels).filter { $1 == label }.map(\.0)
      }
    }

    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
    }

    private func process(_ image: URL, _ arguments: [String]) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["points", "--image", image.argument] + arguments)
    }

    private func lines(_ image: URL, _ arguments: [String]) async throws -> [Line] {
      let process = try await process(image, arguments)
      #expect(process.exitCode == 0, "\(process.messages)")
      return try process.output.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
    }

    private static let photo = Demo.images.appending(path: "demo_000000.jpg")

    private func picture(width: Int, height: Int) throws -> URL {
      let picture = SmallExperiment.picture(seed: 5, width: width, height: height)
      return try folder.write(picture.pngData(), to: "picture.png")
    }

    @Test(
      "Each text has a line with as many points on it as beside it, all in the image, 1 before 0",
      arguments: [(61, 45), (200, 7), (8, 300)])
    func oneLineAText(width: Int, height: Int) async throws {
      let lines = try await lines(
        picture(width: width, height: height), ["--text", "sky", "--text", "grass"])
      #expect(lines.map(\.text) == ["sky", "grass"])
      for line in lines {
        #expect(line.coordinates.count == line.labels.count)
        #expect(line.labels == line.labels.sorted(by: >))
        #expect(line.points(1).count == line.points(0).count)
        #expect(!line.points(1).isEmpty)
        for point in line.coordinates {
          #expect((0..<width).contains(point[0]) && (0..<height).contains(point[1]), "\(point)")
        }
      }
    }

    @Test("A lower threshold adds points on the text before the others, which ascend")
    func threshold() async throws {
      let strict = try await lines(Self.photo, ["--text", "sky", "--threshold", "0.9"])[0]
      let lenient = try await lines(Self.photo, ["--text", "sky", "--threshold", "0.5"])[0]
      #expect(strict.points(1).count < lenient.points(1).count)
      #expect(Array(lenient.points(1).suffix(strict.points(1).count)) == strict.points(1))
      #expect(Array(lenient.points(0).prefix(strict.points(0).count)) == strict.points(0))
      let highest = try await lines(Self.photo, ["--text", "sky", "--threshold", "1"])[0]
      #expect(highest.points(1).count == 1)
    }

    @Test("Texts with a plus give the points on each, and points beside both")
    func combination() async throws {
      let all = try await lines(
        Self.photo, ["--text", "sky", "--text", "grass", "--text", "sky + grass"])
      #expect(all[2].text == "sky + grass")
      #expect(all[2].points(1) == all[0].points(1) + all[1].points(1))
      #expect(!all[2].points(0).isEmpty)
    }

    @Test("The picture shows the points in the image's own size")
    func picture() async throws {
      let file = folder.url.appending(path: "points.png")
      let line = try await lines(Self.photo, ["--text", "sky", "--picture", file.argument])[0]
      let (photo, drawn) = (
        try RGBImage(contentsOf: Self.photo), try RGBImage(contentsOf: file)
      )
      #expect(drawn.width == photo.width)
      #expect(drawn.height == photo.height)
      let top = try #require(line.points(1).last)
      let start = 3 * (top[1] * drawn.width + top[0])
      #expect(Array(drawn.samples[start..<start + 3]) == [0, 160, 60])
      try await process(Self.photo, ["--text", "sky", "--picture", file.argument])
        .expectRefusal(mentioning: ["points.png exists already", "--overwrite"])
      let again = try await process(
        Self.photo, ["--text", "sky", "--picture", file.argument, "--overwrite"])
      #expect(again.exitCode == 0, "\(again.messages)")
    }

    @Test("A single patch gives no points, and that is said")
    func singlePatch() async throws {
      let process = try await process(Self.photo, ["--text", "sky", "--size", "8"])
      #expect(process.exitCode == 0)
      #expect(process.output == #"{"point_coords":[],"point_labels":[],"text":"sky"}"# + "\n")
      #expect(process.messages.contains("the same everywhere"), "\(process.messages)")
    }

    @Test("Bad input is told")
    func refusals() async throws {
      try await process(folder.url.appending(path: "none.png"), ["--text", "sky"])
        .expectRefusal(mentioning: ["none.png", "no such file"])
      try await process(Self.photo, ["--text", "sky", "--picture", "points.jpg"])
        .expectRefusal(mentioning: ["points.jpg", "PNG"])
    }

    @Test(
      "A wrong command line is told with exit code 64",
      arguments: [
        (["--text", ""], "--text"), ([], "--text"), (["--text", "sky+"], "plus"),
        (["--text", "sky", "--threshold", "80"], "--threshold"),
        (["--text", "sky", "--overwrite"], "--picture"),
      ])
    func usage(arguments: [String], mention: String) async throws {
      let process = try await process(Self.photo, arguments)
      #expect(process.exitCode == 64)
      #expect(process.output == "")
      #expect(process.messages.contains(mention), "\(process.messages)")
    }
  }
}

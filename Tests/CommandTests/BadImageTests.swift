import Foundation
import Imaging
import TestSupport
import Testing

extension BinaryTests {
  /// Each time the second of three samples is broken, so that the run has begun to write.
  @Suite("Bad images and label maps")
  struct BadImageTests {
    let experiment: SmallExperiment

    init() throws {
      experiment = try SmallExperiment()
    }

    @Test("The experiment runs as long as nothing is broken")
    func sound() async throws {
      let process = try await experiment.run()
      #expect(process.exitCode == 0, "\(process.messages)")
      let row = try #require(try SavedResult(in: experiment.output).contents.rows.first)
      #expect(row.images == 3)
      #expect(row.confusion.pixels == 3 * 39 * 24)
      #expect(row.confusion.ignoredPixels == 3 * 24)
    }

    @Test("A truncated JPEG", arguments: [2, 3])
    func truncatedJPEG(part: Int) async throws {
      let data = try SmallExperiment.picture(seed: 9).jpegData(quality: 90)
      try experiment.folder.write(
        data.prefix(data.count * part / 4), to: experiment.image("three"))
      try await experiment.expectRefusal(mentioning: ["images/three.jpg", "JPEG", "truncated"])
    }

    @Test("A truncated PNG as label map")
    func truncatedLabels() async throws {
      let data = try SmallExperiment.labels().pngData(palette: .pascalVOC)
      try experiment.folder.write(
        data.prefix(data.count - 20), to: experiment.label("three"))
      try await experiment.expectRefusal(mentioning: ["labels/three.png", "PNG", "truncated"])
    }

    @Test("A truncated PNG as picture")
    func truncatedPNG() async throws {
      let data = try SmallExperiment.picture(seed: 9).pngData()
      try experiment.folder.write(data.prefix(data.count / 2), to: experiment.image("three"))
      try await experiment.expectRefusal(mentioning: ["images/three.jpg", "PNG", "truncated"])
    }

    @Test("A PNG that declares more pixels than any machine holds")
    func bomb() async throws {
      let data = try SmallExperiment.picture(seed: 9).pngData()
      try experiment.folder.write(
        data.declaringPNGSize(width: 60_000, height: 50_000), to: experiment.image("three"))
      try await experiment.expectRefusal(
        mentioning: ["images/three.jpg", "60000 × 50000 pixels", "at most"])
    }

    @Test("A label map that declares more pixels than any machine holds")
    func labelBomb() async throws {
      let data = try SmallExperiment.labels().pngData()
      try experiment.folder.write(
        data.declaringPNGSize(width: 2_000_000, height: 2_000_000), to: experiment.label("three"))
      try await experiment.expectRefusal(mentioning: ["labels/three.png", "2000000"])
    }

    @Test("A file that is no image", arguments: [Data(), Data("<html>".utf8)])
    func noImage(data: Data) async throws {
      try experiment.folder.write(data, to: experiment.image("three"))
      try await experiment.expectRefusal(
        mentioning: ["images/three.jpg", "expected a PNG or JPEG image"])
    }

    @Test("A label map in colours")
    func colours() async throws {
      try experiment.folder.write(
        SmallExperiment.picture(seed: 9).pngData(), to: experiment.label("three"))
      try await experiment.expectRefusal(
        mentioning: ["labels/three.png", "8-bit RGB colours", "expected a label map"])
    }

    @Test("A label outside the table, with its pixels")
    func unknownLabel() async throws {
      var labels = SmallExperiment.labels()
      for index in [1, 2, 3] { labels.labels[index] = 77 }
      try experiment.folder.write(labels.pngData(), to: experiment.label("three"))
      try await experiment.expectRefusal(
        mentioning: ["labels/three.png", "77 (3 pixels)", "0 to 2, 255"])
    }

    @Test("Label 77 among VOC's 21 classes")
    func unknownLabelInVOC() async throws {
      let folder = try TemporaryFolder()
      let picture = SmallExperiment.picture(seed: 1)
      var labels = SmallExperiment.labels()
      try folder.write("good\nbad\n", to: "VOC2012/ImageSets/Segmentation/val.txt")
      for id in ["good", "bad"] {
        try folder.write(picture.jpegData(quality: 90), to: "VOC2012/JPEGImages/\(id).jpg")
        try folder.write(
          labels.pngData(palette: .pascalVOC), to: "VOC2012/SegmentationClass/\(id).png")
        labels.labels[1] = 77
      }
      let before = folder.contents
      try await EvaluateProcess.run([
        "--config", "voc20.json", "--data", folder.url.argument, "--workers", "1",
        "--save-predictions", "--output", folder.url.appending(path: "run").argument, "--set",
        "dataset.kind=voc21", "--set", "protocol=demo", "--set",
        "model.checkpoint=\(Demo.checkpoint.argument)",
      ]).expectRefusal(
        mentioning: ["SegmentationClass/bad.png", "77 (1 pixel)", "0 to 20, 255"])
      #expect(folder.contents.filter { !$0.hasPrefix("run") } == before)
      #expect(!folder.contents.contains("run/result.json"))
    }

    @Test("An image and a label map of different sizes")
    func sizes() async throws {
      try experiment.folder.write(
        SmallExperiment.labels(width: 24, height: 40).pngData(), to: experiment.label("three"))
      try await experiment.expectRefusal(
        mentioning: ["images/three.jpg has 40 × 24", "labels/three.png has 24 × 40"])
    }
  }
}

extension Data {
  /// A PNG whose header claims another size, with the checksum that belongs to the claim.
  fileprivate func declaringPNGSize(width: UInt32, height: UInt32) -> Data {
    // Eight bytes of signature and four of length, then "IHDR", the sides, five more bytes, checksum.
    var bytes = [UInt8](self)
    for place in 0..<4 {
      bytes[16 + place] = UInt8(truncatingIfNeeded: width >> (24 - 8 * place))
      bytes[20 + place] = UInt8(truncatingIfNeeded: height >> (24 - 8 * place))
    }
    var checksum = UInt32.max
    for byte in bytes[12..<29] {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    for place in 0..<4 {
      bytes[29 + place] = UInt8(truncatingIfNeeded: ~checksum >> (24 - 8 * place))
    }
    return Data(bytes)
  }
}

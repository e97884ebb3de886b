import Datasets
import Foundation
import TestSupport
import Testing

@Suite("COCOInstances")
struct COCOInstancesTests {
  private static func instances(
    _ text: String, crowds: COCOInstances.CrowdRule = .void
  ) throws -> COCOInstances {
    // The folder may go: the file stays open.
    let folder = try TemporaryFolder()
    return try COCOInstances(
      contentsOf: folder.write(text, to: "instances_val2017.json"), crowds: crowds)
  }

  private static func sample(_ id: String) -> Sample {
    Sample(id: id, image: URL(filePath: "/\(id).jpg"), label: URL(filePath: "/instances.json"))
  }

  /// Regions as text: the class and its rows, `#` inside and `~` void.
  private static func drawn(_ regions: [ClassRegion]) -> [String] {
    regions.map { region in
      let pixels = zip(region.inside.pixels, region.void.pixels)
        .map { $0 ? "#" : $1 ? "~" : "." }
      let rows = stride(from: 0, to: pixels.count, by: region.inside.width)
        .map { pixels[$0..<($0 + region.inside.width)].joined() }
      return "\(region.classID) " + rows.joined(separator: " ")
    }
  }

  @Test(
    "the classes of an image have the pixels of all their things, in ascending order, and may overlap",
    arguments: [
      ["images", "annotations", "categories"], ["annotations", "categories", "images"],
      ["categories", "images", "annotations"],
    ])
  func regions(keys: [String]) throws {
    for separator in [",", " , ", "\n,\r\n\t"] {
      let coco = try Self.instances(COCOFile().text(keys, separator: separator), crowds: .drop)
      #expect(coco.classNames == ["person", "car", "bottle"])
      #expect(
        try Self.drawn(coco.regions(of: Self.sample("000000000042")))
          == ["0 ##.. .... ...#", "1 ##.. ##.. ##.."])
      #expect(try coco.regions(of: Self.sample("000000000007")).isEmpty)
    }
  }

  @Test(
    "the pixels of a crowd are void for its class, inside or outside, as the rule says",
    arguments: [
      (COCOInstances.CrowdRule.void, "0 ##~. .~~. .~~#"),
      (.foreground, "0 ###. .##. .###"),
      (.drop, "0 ##.. .... ...#"),
    ])
  func crowds(rule: COCOInstances.CrowdRule, person: String) throws {
    let coco = try Self.instances(COCOFile().text(), crowds: rule)
    let regions = try coco.regions(of: Self.sample("000000000042"))
    #expect(Self.drawn(regions) == [person, "1 ##.. ##.. ##.."])
  }

  @Test("a class of which there is only a crowd has no pixel inside, or is not there")
  func crowdOnly() throws {
    var file = COCOFile()
    file.annotations = [file.annotations[3]]
    for (rule, expected) in [
      (COCOInstances.CrowdRule.void, ["0 .~~. .~~. .~~."]), (.foreground, ["0 .##. .##. .##."]),
      (.drop, []),
    ] {
      let coco = try Self.instances(file.text(), crowds: rule)
      #expect(try Self.drawn(coco.regions(of: Self.sample("000000000042"))) == expected)
    }
  }

  @Test("an image that the file does not have is an error")
  func unknownImage() throws {
    let coco = try Self.instances(COCOFile().text())
    let error = #expect(throws: DatasetError.self) { try coco.regions(of: Self.sample("42")) }
    #expect(error?.description == "`42` is no sample of instances_val2017.json.")
  }

  @Test("images are known by the path of their file without its suffix")
  func imageNames() throws {
    var file = COCOFile()
    file.images = [
      #""id": 1, "file_name": "val2014/COCO_val2014_000000000042.jpg", "width": 4, "height": 3"#,
      #""id": 2, "file_name": "a.b.png", "width": 4, "height": 3"#,
      #""id": 42, "file_name": "\u00e9", "width": 4, "height": 3"#,
    ]
    let coco = try Self.instances(file.text())
    for id in ["val2014/COCO_val2014_000000000042", "a.b"] {
      #expect(try coco.regions(of: Self.sample(id)).isEmpty)
    }
    #expect(try coco.regions(of: Self.sample("é")).count == 2)
    // The same letter in two characters is another file.
    #expect(throws: DatasetError.self) { try coco.regions(of: Self.sample("e\u{301}")) }
  }

  @Test(
    "a file larger than a piece gives every image its own annotations, to any number of threads")
  func manyImages() async throws {
    var file = COCOFile()
    file.images = []
    file.annotations = []
    var generator = SplitMix64(seed: 11)
    var expected: [String: [String]] = [:]
    for image in (1...1_600).shuffled(using: &generator) {
      let name = "image-\(image)"
      file.images.append(
        "\"file_name\": \"\(name).jpg\", \"height\": 1, \"width\": 8, \"id\": \(image)")
      let starts = (0..<3).map { _ in Int.random(in: 0...8, using: &generator) }
      for (position, category) in [1, 3, 44].enumerated() where starts[position] < 8 {
        let counts = "[\(starts[position]), \(8 - starts[position])]"
        file.annotations.append(
          COCOFile.annotation(
            file.annotations.count, of: image, category: category,
            "{\"counts\": \(counts), \"size\": [1, 8]}"))
        let row = String(repeating: ".", count: starts[position])
        expected[name, default: []].append(
          "\(position) " + row + String(repeating: "#", count: 8 - starts[position]))
      }
    }
    file.annotations.shuffle(using: &generator)
    let text = file.text()
    #expect(text.utf8.count > 2 << 18)
    let coco = try Self.instances(text)
    try await withThrowingTaskGroup { group in
      for image in 1...1_600 {
        let truth = expected["image-\(image)"] ?? []
        group.addTask {
          let regions = try coco.regions(of: Self.sample("image-\(image)"))
          #expect(Self.drawn(regions) == truth, "image \(image), seed 11")
        }
      }
      try await group.waitForAll()
    }
  }
}

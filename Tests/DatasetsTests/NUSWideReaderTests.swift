import Datasets
import Foundation
import TestSupport
import Testing

@Suite("NUSWideReader")
struct NUSWideReaderTests {
  private static let list = ["actor\\0001_21.jpg", "zoo\\0002_7.jpg", "actor\\0003_9.jpg"]
  private static let ids = ["actor/0001_21", "zoo/0002_7", "actor/0003_9"]
  private static let lineCount = "expected 3, one for each photo of TestImagelist.txt."
  private static let labels = "Groundtruth/TrainTestLabels"

  /// Three photos: a person before the sky, nothing, an airport.
  private static func folder(
    below prefix: String = "", photos: String = "Flickr"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      list.joined(separator: "\r\n") + "\r\n", to: "\(prefix)ImageList/TestImagelist.txt")
    for concept in NUSWideReader.concepts {
      let answers =
        switch concept {
        case "airport": ["0", "0", "1"]
        case "person", "sky": ["1", "0", "0"]
        default: ["0", "0", "0"]
        }
      try folder.write(
        answers.joined(separator: "\n") + "\n", to: "\(prefix)\(labels)/Labels_\(concept)_Test.txt")
    }
    try folder.write(
      NUSWideReader.concepts.joined(separator: "\r\n"),
      to: "\(prefix)ConceptsList/Concepts81.txt")
    for id in ids { try folder.touch("\(prefix)\(photos)/\(id).jpg") }
    return folder
  }

  private static func reader(
    in folder: TemporaryFolder, split: String = "test", missing: MissingImages = .refuse
  ) -> NUSWideReader {
    NUSWideReader(
      root: folder.url, classList: .numbered(81), split: split, missingImages: missing)
  }

  @Test(
    "reads the concepts of each photo in the order of the list",
    arguments: [
      ("", "Flickr"), ("NUS-WIDE/", "images"), ("nuswide/", "Images"), ("NUSWIDE/", "image"),
    ])
  func concepts(prefix: String, photos: String) throws {
    let folder = try Self.folder(below: prefix, photos: photos)
    let dataset = try Self.reader(in: folder).read(requiringImages: true)
    #expect(dataset.name == "nus-wide81")
    #expect(dataset.split == "test")
    #expect(dataset.images.map(\.id) == Self.ids)
    let names = dataset.images.map { $0.present.map { NUSWideReader.concepts[$0] } }
    #expect(names == [["person", "sky"], [], ["airport"]])
    #expect(dataset.images.allSatisfy { $0.undecided.isEmpty })
    #expect(
      dataset.images[1].image.standardizedFileURL.path
        == folder.path("\(prefix)\(photos)/zoo/0002_7.jpg").standardizedFileURL.path)
    #expect(dataset.missingImages == [])
  }

  @Test("finds photos that all lie in one folder, wherever that is")
  func flat() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(at: folder.path("Flickr"))
    try folder.touch("photos/0001_21.jpg", "photos/0002_7.jpg", "photos/0003_9.jpg")
    var reader = Self.reader(in: folder)
    reader.images = folder.path("photos")
    let dataset = try reader.read(requiringImages: true)
    #expect(dataset.images.map(\.id) == Self.ids)
    #expect(dataset.images.map(\.image.lastPathComponent).first == "0001_21.jpg")
  }

  @Test("finds lists in a folder of the archive's name, and labels beside them")
  func otherLayouts() throws {
    let folder = try Self.folder()
    let manager = FileManager.default
    try manager.moveItem(at: folder.path("ImageList"), to: folder.path("inner"))
    try manager.createDirectory(
      at: folder.path("ImageList"), withIntermediateDirectories: true)
    try manager.moveItem(at: folder.path("inner"), to: folder.path("ImageList/ImageList"))
    try manager.moveItem(at: folder.path(Self.labels), to: folder.path("TrainTestLabels"))
    try manager.moveItem(
      at: folder.path("ConceptsList/Concepts81.txt"), to: folder.path("Concepts81.txt"))
    #expect(try Self.reader(in: folder).read(requiringImages: true).images.count == 3)
  }

  @Test("refuses missing photos, or leaves them out and names them")
  func missingImages() throws {
    let folder = try Self.folder()
    let photo = folder.path("Flickr/zoo/0002_7.jpg")
    try FileManager.default.removeItem(at: photo)
    #expect(
      throws: DatasetError.missingFiles(
        [photo], of: .image, sampleCount: 3,
        settings: ["dataset.images", "dataset.missingImages"])
    ) { try Self.reader(in: folder).read(requiringImages: true) }
    let part = try Self.reader(in: folder, missing: .leaveOut).read(requiringImages: true)
    #expect(part.images.map(\.id) == ["actor/0001_21", "actor/0003_9"])
    #expect(part.missingImages == ["zoo/0002_7"])
    let all = try Self.reader(in: folder, missing: .leaveOut).read(requiringImages: false)
    #expect(all.images.count == 3)
    #expect(all.missingImages == [])
  }

  @Test("does not take a data set without any photo for one of which all are missing")
  func noPhotos() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(at: folder.path("Flickr"))
    #expect(
      throws: DatasetError.missingFolder(folder.path("Flickr"), setting: "dataset.images")
    ) { try Self.reader(in: folder, missing: .leaveOut).read(requiringImages: true) }
    try folder.touch("Flickr/actor/0009_9.jpg")
    #expect(throws: DatasetError.self) {
      try Self.reader(in: folder, missing: .leaveOut).read(requiringImages: true)
    }
  }

  @Test(
    "says what is wrong with a concept's file",
    arguments: [
      ("0\n2\n0\n", ", line 2", "got `2`, expected 0 or 1."),
      ("0\n\n0\n", ", line 2", "got a blank line, expected 0 or 1."),
      ("0 1 0\n", ", line 1", "got `0 1 0`, expected 0 or 1."),
      ("-1130179\n1\n0\n", ", line 1", "got `-1130179`, expected 0 or 1."),
      ("0\n1\n", "", "got 2 lines, \(lineCount)"),
      ("0\n1\n0\n1\n\n", "", "got 4 lines, \(lineCount)"),
      ("", "", "got 0 lines, \(lineCount)"),
    ])
  func malformed(contents: String, place: String, expected: String) throws {
    let folder = try Self.folder()
    try folder.write(contents, to: "\(Self.labels)/Labels_lake_Test.txt")
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        \(Self.labels)/Labels_lake_Test.txt\(place): no sound file of a concept: \(expected)
        """)
  }

  @Test(
    "accepts blanks, carriage returns and no last line end",
    arguments: [" 0 \r\n\t1\r\n0", "0\n1\n0\n\n \n"])
  func blanks(contents: String) throws {
    let folder = try Self.folder()
    try folder.write(contents, to: "\(Self.labels)/Labels_lake_Test.txt")
    let dataset = try Self.reader(in: folder).read(requiringImages: true)
    #expect(dataset.images[1].present == [NUSWideReader.concepts.firstIndex(of: "lake")])
  }

  @Test("takes the one defect of the published files for undecided")
  func publishedDefect() throws {
    let folder = try TemporaryFolder()
    let count = 78_373
    let names = (0..<count).map { "a\\\($0).jpg" }
    try folder.write(names.joined(separator: "\n"), to: "ImageList/TrainImagelist.txt")
    let zeros = Data(String(repeating: "0\n", count: count).utf8)
    for concept in NUSWideReader.concepts {
      try folder.write(zeros, to: "\(Self.labels)/Labels_\(concept)_Train.txt")
    }
    let lake =
      String(repeating: "0\n", count: 78_371) + "-1130179\n" + "1\n"
    try folder.write(lake, to: "\(Self.labels)/Labels_lake_Train.txt")
    let dataset = try Self.reader(in: folder, split: "train").read(requiringImages: false)
    let concept = try #require(NUSWideReader.concepts.firstIndex(of: "lake"))
    #expect(dataset.images.count == count)
    #expect(dataset.images[78_371].undecided == [concept])
    #expect(dataset.images[78_372].present == [concept])
    #expect(dataset.images.count(where: \.isUnlabelled) == count - 2)

    // Anywhere else it is an error.
    try folder.write(lake, to: "\(Self.labels)/Labels_map_Train.txt")
    #expect(throws: DatasetError.self) {
      try Self.reader(in: folder, split: "train").read(requiringImages: false)
    }
  }

  @Test("says which concept's files are missing")
  func missingConcepts() throws {
    let folder = try Self.folder()
    let file = folder.path("\(Self.labels)/Labels_zebra_Test.txt")
    try FileManager.default.removeItem(at: file)
    #expect(
      throws: DatasetError.missingClassFiles(
        [file], total: 81, advice: "Unpack the archive `Groundtruth` beside `ImageList`.")
    ) { try Self.reader(in: folder).read(requiringImages: true) }
  }

  @Test("refuses concepts in another order, and does without their list")
  func conceptOrder() throws {
    let folder = try Self.folder()
    var concepts = NUSWideReader.concepts
    concepts.swapAt(3, 4)
    let file = "ConceptsList/Concepts81.txt"
    try folder.write(concepts.joined(separator: "\n"), to: file)
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        \(file), line 4: no sound list of NUS-Wide's concepts: got `birds`, expected `bear`, as \
        published.
        """)
    try folder.write("airport\nanimal\n", to: file)
    #expect(throws: DatasetError.self) { try Self.reader(in: folder).read(requiringImages: true) }
    try FileManager.default.removeItem(at: folder.path(file))
    #expect(try Self.reader(in: folder).read(requiringImages: true).images.count == 3)
  }

  @Test("refuses ids that climb out of the folder or stand twice")
  func ids() throws {
    let folder = try Self.folder()
    let list = try folder.write(
      "actor\\..\\..\\1.jpg\nb.jpg\nc.jpg\n", to: "ImageList/TestImagelist.txt")
    #expect(throws: DatasetError.pathOutsideFolder("actor/../../1", list: list, line: 1)) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    try folder.write("a\\b.jpg\na/b.jpg\nc.jpg\n", to: "ImageList/TestImagelist.txt")
    #expect(throws: DatasetError.duplicateID("a/b", list: list, lines: [1, 2])) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
  }

  @Test("says where it looked and which splits there are")
  func layout() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    let message = folder.relative(error?.description ?? "")
    #expect(message.hasPrefix(": no nus-wide81 data set. Looked for the folder ImageList or NUS-"))
    let full = try Self.folder()
    #expect(
      throws: DatasetError.missingSplit(
        split: "val", expected: full.path("ImageList/ValImagelist.txt"), available: ["test"])
    ) { try Self.reader(in: full, split: "val").read(requiringImages: true) }
  }
}

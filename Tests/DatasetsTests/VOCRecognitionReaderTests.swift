import Datasets
import Foundation
import TestSupport
import Testing

@Suite("VOCRecognitionReader")
struct VOCRecognitionReaderTests {
  private static let ids = ["2008_000007", "2008_000002", "2008_000008"]
  private static let main = "VOCdevkit/VOC2012/ImageSets/Main"

  /// Three photos, listed against the order of their names: boats in the first, a bird and a difficult
  /// person in the second, nothing in the third.
  private static func folder(listing ids: [String] = ids) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for id in Self.ids { try folder.touch("VOCdevkit/VOC2012/JPEGImages/\(id).jpg") }
    for name in VOCRecognitionReader.classNames {
      let answers = ids.map { id in
        switch (id, name) {
        case ("2008_000007", "boat"), ("2008_000002", "bird"): " 1"
        case ("2008_000002", "person"): " 0"
        default: "-1"
        }
      }
      let lines = zip(ids, answers).map { "\($0) \($1)" }
      try folder.write(
        lines.joined(separator: "\r\n") + "\r\n", to: "\(main)/\(name)_val.txt")
    }
    return folder
  }

  private static func reader(
    in folder: TemporaryFolder, _ root: String = "", split: String? = nil
  ) -> VOCRecognitionReader {
    VOCRecognitionReader(
      root: folder.path(root), year: .voc2012, classList: .numbered(20), split: split)
  }

  @Test(
    "reads classes and difficult ones in the order of the lists, from every root",
    arguments: ["", "VOCdevkit", "VOCdevkit/VOC2012"])
  func labels(root: String) throws {
    let folder = try Self.folder()
    let dataset = try Self.reader(in: folder, root).read(requiringImages: true)
    #expect(dataset.name == "voc2012")
    #expect(dataset.split == "val")
    #expect(dataset.images.map(\.id) == Self.ids)
    #expect(dataset.images.map(\.present) == [[3], [2], []])
    #expect(dataset.images.map(\.undecided) == [[], [14], []])
    #expect(
      dataset.images[0].image.standardizedFileURL.path
        == folder.path("VOCdevkit/VOC2012/JPEGImages/2008_000007.jpg").standardizedFileURL.path)
  }

  @Test("knows the folder and the customary split of each year")
  func years() {
    #expect(VOCRecognitionReader.Year.allCases.map(\.folder) == ["VOC2007", "VOC2012"])
    #expect(VOCRecognitionReader.Year.allCases.map(\.customarySplit) == ["test", "val"])
  }

  @Test("has its classes in the order of the shipped list")
  func classNames() throws {
    let list = SharedData.packageRoot.appending(path: "Datasets/classes/voc20.txt")
    let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    #expect(
      VOCRecognitionReader.classNames == lines.filter { !$0.hasPrefix("#") }.map { String($0) })
  }

  @Test(
    "says what is wrong with a list",
    arguments: [
      (
        "2008_000007 1\n2008_000002 2\n2008_000008 -1\n",
        "line 2: no sound list of a class: got `2008_000002 2`, expected an id and 1, 0 or -1."
      ),
      (
        "2008_000007 1\n\n2008_000002\n2008_000008 -1\n",
        "line 3: no sound list of a class: got `2008_000002`, expected an id and 1, 0 or -1."
      ),
      (
        "2008_000007 1\n2008_000002 1\n",
        "no sound list of a class: got 2 photos, expected 3, as in aeroplane_val.txt."
      ),
      (
        "2008_000007 1\n2008_000008 1\n2008_000002 1\n",
        """
        line 2: no sound list of a class: got `2008_000008`, expected `2008_000002`, the order of \
        aeroplane_val.txt.
        """
      ),
    ])
  func malformed(contents: String, expected: String) throws {
    let folder = try Self.folder()
    try folder.write(contents, to: "\(Self.main)/cat_val.txt")
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    let message = folder.relative(error?.description ?? "")
    #expect(message.hasPrefix("\(Self.main)/cat_val.txt"), "\(message)")
    #expect(message.hasSuffix(expected), "\(message)")
  }

  @Test("refuses ids that stand twice or lead out of the folder, empty lists and other encodings")
  func ids() throws {
    let twice = try Self.folder(listing: ["a", "b", "a"])
    #expect(
      throws: DatasetError.duplicateID(
        "a", list: twice.path("\(Self.main)/aeroplane_val.txt"), lines: [1, 3])
    ) { try Self.reader(in: twice).read(requiringImages: false) }
    let outside = try Self.folder(listing: ["a", "../b"])
    #expect(
      throws: DatasetError.pathOutsideFolder(
        "../b", list: outside.path("\(Self.main)/aeroplane_val.txt"), line: 2)
    ) { try Self.reader(in: outside).read(requiringImages: false) }
    let empty = try Self.folder(listing: [])
    #expect(
      throws: DatasetError.emptyList(empty.path("\(Self.main)/aeroplane_val.txt"))
    ) { try Self.reader(in: empty).read(requiringImages: false) }
    let latin = try Self.folder()
    let list = try latin.write(Data([0x61, 0xE9, 0x20, 0x31]), to: "\(Self.main)/cat_val.txt")
    #expect(throws: DatasetError.unreadableList(list, reason: "it is not UTF-8 text")) {
      try Self.reader(in: latin).read(requiringImages: false)
    }
  }

  @Test("names the splits that are there")
  func missingSplit() throws {
    let folder = try Self.folder()
    try folder.touch("\(Self.main)/val.txt", "\(Self.main)/test.txt")
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder, split: "test").read(requiringImages: true)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        \(Self.main)/aeroplane_test.txt: there is no split `test`. Set `dataset.split` to one that \
        is there: val.
        """)
  }

  @Test("names missing lists, and says that boxes are no replacement")
  func missingLists() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(at: folder.path("\(Self.main)/cat_val.txt"))
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        1 of the 20 files that say which images show a class is missing: \(Self.main)/cat_val.txt. \
        Unpack `ImageSets/Main` from the archive again.
        """)
    try FileManager.default.removeItem(at: folder.path(Self.main))
    try folder.touch("VOCdevkit/VOC2012/Annotations/2008_000002.xml")
    let second = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    #expect(
      folder.relative(second?.description ?? "") == """
        20 of the 20 files that say which images show a class are missing: \
        \(Self.main)/aeroplane_val.txt, \(Self.main)/bicycle_val.txt, \(Self.main)/bird_val.txt and \
        17 more. There are boxes in `Annotations`, but the labels are those of the lists: unpack \
        `ImageSets/Main` from the archive too.
        """)
  }

  @Test("says where it looked, and refuses a class list of another length")
  func layout() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(in: folder).read(requiringImages: true)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        : no voc2012 data set. Looked for the folder ImageSets/Main or VOC2012/ImageSets/Main or \
        VOCdevkit/VOC2012/ImageSets/Main. Set `dataset.root` to the folder in which the archives \
        were unpacked.
        """)
    #expect(throws: DatasetError.classCountDiffers(dataset: "voc2007", got: 21, expected: 20)) {
      try VOCRecognitionReader(root: folder.url, year: .voc2007, classList: .numbered(21))
        .read(requiringImages: true)
    }
  }

  @Test("names missing photos, and does without them where they are not needed")
  func missingImages() throws {
    let folder = try Self.folder()
    let photo = folder.path("VOCdevkit/VOC2012/JPEGImages/2008_000002.jpg")
    try FileManager.default.removeItem(at: photo)
    let reader = Self.reader(in: folder)
    #expect(
      throws: DatasetError.missingFiles(
        [photo], of: .image, sampleCount: 3, settings: ["dataset.root"])
    ) { try reader.read(requiringImages: true) }
    #expect(try reader.read(requiringImages: false).images.count == 3)
  }
}

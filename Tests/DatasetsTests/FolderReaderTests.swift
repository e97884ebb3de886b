import Datasets
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("FolderReader")
struct FolderReaderTests {
  private static func reader(_ folder: TemporaryFolder, classes: Int = 3) -> FolderReader {
    FolderReader(
      images: folder.path("images"), labels: folder.path("labels"), classList: .numbered(classes))
  }

  private static func folder(suffix: String = ".jpg", _ ids: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for id in ids { try folder.touch("images/\(id)\(suffix)", "labels/\(id).png") }
    return folder
  }

  @Test("takes every image of the folder tree in the byte order of the ids")
  func walk() throws {
    let folder = try Self.folder("b", "a", "night/a", "Z", "night-2/c", "é", "a b")
    try folder.touch("images/.hidden.jpg", "images/.cache/x.jpg", "images/readme.txt")
    let dataset = try Self.reader(folder).read()
    #expect(dataset.ids == ["Z", "a", "a b", "b", "night-2/c", "night/a", "é"])
    #expect(dataset.samples.allSatisfy { $0.labelEncoding == .raw })
    #expect(dataset.labelsWithoutImage == 0)
    #expect(dataset.name == "folder")
    #expect(dataset.split == nil)
  }

  @Test("looks which suffix the images have", arguments: FolderReader.imageSuffixes)
  func suffix(suffix: String) throws {
    let folder = try Self.folder(suffix: suffix, "a", "b")
    for list in [nil, try folder.write("b\n", to: "list.txt")] {
      var reader = Self.reader(folder)
      reader.list = list
      let dataset = try reader.read()
      #expect(dataset.ids == (list == nil ? ["a", "b"] : ["b"]))
      #expect(dataset.samples.allSatisfy { $0.image.path.hasSuffix(suffix) })
    }
  }

  @Test("asks where the suffix is not clear")
  func ambiguousSuffix() throws {
    let folder = try Self.folder("a", "b")
    try folder.touch("images/a.png")
    var reader = Self.reader(folder)
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(
      folder.relative(error?.description ?? "") == """
        images: files of several kinds could be the images: 2 .jpg, 1 .png. Set \
        `dataset.imageSuffix` to the suffix of the images.
        """)
    reader.list = try folder.write("a\n", to: "list.txt")
    #expect(
      throws: DatasetError.ambiguousSuffix(
        folder.path("images"), found: [".jpg": 1, ".png": 1], setting: "dataset.imageSuffix")
    ) {
      try reader.read()
    }
    reader.imageSuffix = ".png"
    #expect(try reader.read().ids == ["a"])
  }

  @Test("says what it found where no image has a known suffix")
  func unknownSuffix() throws {
    let folder = try Self.folder(suffix: ".JPG", "a", "b")
    try folder.touch("images/notes")
    var reader = Self.reader(folder)
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(
      folder.relative(error?.description ?? "") == """
        images: expected files that end in .jpg or .jpeg or .png, found 2 .JPG, 1 without suffix. \
        Check `dataset.images` or `dataset.imageSuffix`.
        """)
    reader.imageSuffix = ".JPG"
    #expect(try reader.read().ids == ["a", "b"])
    reader.imageSuffix = nil
    reader.list = try folder.write("a", to: "list.txt")
    #expect(
      throws: DatasetError.imageOfNoKnownSuffix(
        folder.path("images/a"), tried: FolderReader.imageSuffixes, setting: "dataset.imageSuffix")
    ) {
      try reader.read()
    }
  }

  @Test("takes the samples of a list in its order, with or without suffix")
  func list() throws {
    let folder = try Self.folder("b", "a", "night/a", "unlisted")
    var reader = Self.reader(folder)
    reader.imageSuffix = ".jpg"
    reader.list = try folder.write("\u{FEFF}night/a.jpg\r\n\n  b \na", to: "list.txt")
    #expect(try reader.read().ids == ["night/a", "b", "a"])
  }

  @Test("takes suffixes of more than an ending")
  func longSuffixes() throws {
    let folder = try TemporaryFolder()
    try folder.touch(
      "images/ulm/0_photo.png", "images/ulm/0_depth.png", "labels/ulm/0_ids.png",
      "labels/ulm/0_colours.png", "labels/ulm/1_ids.png")
    var reader = Self.reader(folder)
    reader.imageSuffix = "_photo.png"
    reader.labelSuffix = "_ids.png"
    let dataset = try reader.read()
    #expect(dataset.ids == ["ulm/0"])
    #expect(dataset.labelsWithoutImage == 1)
    #expect(try reader.read(requiring: .labels).ids == ["ulm/0", "ulm/1"])
  }

  @Test("needs no images where only labels are scored")
  func labelsOnly() throws {
    let folder = try Self.folder("b", "a")
    try FileManager.default.removeItem(at: folder.path("images"))
    var reader = Self.reader(folder)
    #expect(try reader.read(requiring: .labels).ids == ["a", "b"])
    #expect(
      throws: DatasetError.missingFolder(folder.path("images"), setting: "dataset.images")
    ) {
      try reader.read()
    }
    reader.list = try folder.write("b", to: "list.txt")
    #expect(try reader.read(requiring: .labels).ids == ["b"])
    reader.list = nil
    reader.labelSuffix = ".tif"
    #expect(
      throws: DatasetError.emptyFolder(
        folder.path("labels"), suffixes: [".tif"], found: [".png": 2],
        settings: ["dataset.labels", "dataset.labelSuffix"])
    ) {
      try reader.read(requiring: .labels)
    }
  }

  @Test("names what is missing and the setting to change")
  func missing() throws {
    let folder = try Self.folder("a", "b", "c", "d")
    var reader = Self.reader(folder)
    reader.list = folder.path("list.txt")
    #expect(
      throws: DatasetError.missingList(folder.path("list.txt"), setting: "dataset.list")
    ) {
      try reader.read()
    }
    reader.list = nil
    try FileManager.default.removeItem(at: folder.path("labels"))
    try folder.touch("labels/c.png")
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(
      folder.relative(error?.description ?? "") == """
        3 of 4 label maps are missing: labels/a.png, labels/b.png, labels/d.png. Complete the data \
        set, or change `dataset.labels` or `dataset.labelSuffix`.
        """)
    try FileManager.default.removeItem(at: folder.path("labels"))
    #expect(
      throws: DatasetError.missingFolder(folder.path("labels"), setting: "dataset.labels")
    ) {
      try reader.read()
    }
  }

  @Test("refuses a sample listed twice, however it is written")
  func duplicates() throws {
    let folder = try Self.folder("a", "b")
    var reader = Self.reader(folder)
    reader.imageSuffix = ".jpg"
    let list = try folder.write("a\nb\na.jpg\n", to: "list.txt")
    reader.list = list
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(error == .duplicateID("a", list: list, lines: [1, 3]))
    #expect(
      folder.relative(error?.description ?? "") == """
        list.txt: `a` is listed more than once, in lines 1 and 3. An image counted twice would \
        shift the score.
        """)
  }

  @Test(
    "refuses ids that lead out of its folders",
    arguments: ["../secret", "a/../../b", "/etc/passwd", "a//b", "./a", "a/", ".."])
  func climbing(id: String) throws {
    let folder = try Self.folder("a")
    var reader = Self.reader(folder)
    let list = try folder.write("a\n\(id)\n", to: "list.txt")
    reader.list = list
    let error = #expect(throws: DatasetError.self) { try reader.read() }
    #expect(error == .pathOutsideFolder(id, list: list, line: 2))
    #expect(error?.description.contains("list.txt:2: `\(id)` is no id.") == true)
  }

  @Test("refuses a list that is no text or names nothing")
  func badLists() throws {
    let folder = try Self.folder("a")
    var reader = Self.reader(folder)
    let list = try folder.write(Data([0x61, 0xFF, 0x0A]), to: "list.txt")
    reader.list = list
    #expect(throws: DatasetError.unreadableList(list, reason: "it is not UTF-8 text")) {
      try reader.read()
    }
    try folder.write("\n \r\n", to: "list.txt")
    #expect(throws: DatasetError.emptyList(list)) { try reader.read() }
  }

  @Test("has raw labels as train ids unless a label map says otherwise")
  func labelTable() throws {
    let folder = try Self.folder("a")
    var reader = Self.reader(folder, classes: 2)
    reader.ignoredLabels = [255]
    #expect(
      try reader.read().labelTable.entries == [
        LabelTable.Entry(raw: 0, trainID: 0), LabelTable.Entry(raw: 1, trainID: 1),
        LabelTable.Entry(raw: 255, trainID: nil),
      ])
    reader.labelMap = [
      LabelTable.Entry(raw: 7, trainID: 0), LabelTable.Entry(raw: 8, trainID: 0),
      LabelTable.Entry(raw: 9, trainID: nil),
    ]
    reader.ignoredLabels = [9, 0]
    #expect(
      try reader.read().labelTable.entries == [
        LabelTable.Entry(raw: 0, trainID: nil), LabelTable.Entry(raw: 7, trainID: 0),
        LabelTable.Entry(raw: 8, trainID: 0), LabelTable.Entry(raw: 9, trainID: nil),
      ])
    reader.ignoredLabels = [7]
    #expect(throws: DatasetError.rawLabelWithTwoMeanings(7)) { try reader.read() }
    reader.labelMap = nil
    reader.ignoredLabels = [0]
    #expect(throws: DatasetError.rawLabelWithTwoMeanings(0)) { try reader.read() }
  }

  @Test("follows links, and notices one that leads back")
  func links() throws {
    let folder = try Self.folder("a")
    let other = try Self.folder("x")
    let files = FileManager.default
    for part in ["images", "labels"] {
      try files.createSymbolicLink(
        at: folder.path("\(part)/linked"), withDestinationURL: other.path(part))
    }
    #expect(try Self.reader(folder).read().ids == ["a", "linked/x"])
    try files.createSymbolicLink(
      at: folder.path("images/back"), withDestinationURL: folder.path("images"))
    let error = #expect(throws: DatasetError.self) { try Self.reader(folder).read() }
    #expect(
      folder.relative(error?.description ?? "")
        == "images/back: the folder cannot be listed: it is a link to a folder above it.")
  }

  @Test("reads a set like CamVid: labels with a suffix of their own, 32 of which make 11 classes")
  func camVid() throws {
    let folder = try TemporaryFolder()
    for id in ["0001TP_006690", "Seq05VD_f00000"] {
      try folder.touch("images/\(id).png")
      try folder.write(labels: [0, 4, 30, 31], to: "labels/\(id)_P.png")
    }
    let list = try folder.write("Seq05VD_f00000.png\n0001TP_006690.png\n", to: "test.txt")
    let dataset = try FolderReader(
      name: "camvid11", images: folder.path("images"), labels: folder.path("labels"),
      imageSuffix: ".png", labelSuffix: "_P.png", list: list, classList: .numbered(11),
      labelMap: (0..<30).map { LabelTable.Entry(raw: $0, trainID: $0 % 11) }
        + [LabelTable.Entry(raw: 31, trainID: 10)], ignoredLabels: [30]
    ).read()
    #expect(dataset.ids == ["Seq05VD_f00000", "0001TP_006690"])
    for sample in dataset.samples {
      #expect(
        try sample.groundTruth(using: dataset.labelTable).labels == [0, 4, LabelMap.ignored, 10])
    }
  }

  @Test("refuses the colours in which CamVid is published, and says what is expected")
  func camVidColours() throws {
    let folder = try TemporaryFolder()
    try folder.touch("images/a.png")
    try folder.write(
      RGBImage(width: 1, height: 1, samples: [64, 128, 64]).pngData(), to: "labels/a_L.png")
    let dataset = try FolderReader(
      images: folder.path("images"), labels: folder.path("labels"), labelSuffix: "_L.png",
      classList: .numbered(2)
    ).read()
    let error = #expect(throws: ImagingError.self) {
      try dataset.samples[0].groundTruth(using: dataset.labelTable)
    }
    #expect(
      folder.relative(error?.description ?? "") == """
        labels/a_L.png: expected a label map, a PNG with one class number a pixel (palette or gray); \
        found a PNG with 8-bit RGB colours; export the labels as an index PNG
        """)
  }
}

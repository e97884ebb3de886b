import Datasets
import Foundation
import OpenVocabulary
import TestSupport
import Testing

@Suite("ListedLabelsReader")
struct ListedLabelsReaderTests {
  private static func classes() throws -> ClassList {
    try ClassList(
      name: "street", texts: [["road"], ["person", "pedestrian"], ["traffic light"], ["dog"]])
  }

  private static func reader(
    _ contents: String, in folder: TemporaryFolder, labelMap: [LabelTable.Entry]? = nil
  ) throws -> ListedLabelsReader {
    ListedLabelsReader(
      name: "mine", list: try folder.write(contents, to: "labels.txt"),
      images: folder.path("images"), classList: try classes(), labelMap: labelMap)
  }

  @Test("reads numbers and names, in the order of the file")
  func labels() throws {
    let folder = try TemporaryFolder()
    try folder.touch("images/b.png", "images/a/1.png", "images/c d.png", "images/e f.png")
    let reader = try Self.reader(
      "b 3 0\r\n\r\na/1\r\nc d; traffic light ;person\r\ne f;\r\n", in: folder)
    let dataset = try reader.read(requiringImages: true)
    #expect(dataset.name == "mine")
    #expect(dataset.images.map(\.id) == ["b", "a/1", "c d", "e f"])
    #expect(dataset.images.map(\.present) == [[0, 3], [], [1, 2], []])
    #expect(
      dataset.images.map(\.image)
        == ["b", "a/1", "c d", "e f"].map {
          folder.path("images").appending(path: "\($0).png")
        })
  }

  @Test("maps raw numbers, and passes over those that are not scored")
  func labelMap() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.reader(
      "a 90 255 11\n", in: folder,
      labelMap: [
        LabelTable.Entry(raw: 11, trainID: 3), LabelTable.Entry(raw: 90, trainID: 1),
        LabelTable.Entry(raw: 255, trainID: nil),
      ])
    #expect(try reader.read(requiringImages: false).images.map(\.present) == [[1, 3]])
  }

  @Test(
    "says what is wrong with a line",
    arguments: [
      ("a 0\nb 4\n", "line 2", "got `4`, expected the number of a class, 0 to 3."),
      ("a -1\n", "line 1", "got `-1`, expected the number of a class, 0 to 3."),
      ("a dog\n", "line 1", "got `dog`, expected the number of a class, 0 to 3."),
      ("a 0.5\n", "line 1", "got `0.5`, expected the number of a class, 0 to 3."),
      ("a 1 1\n", "line 1", "got `1` twice, expected it once."),
      ("a;dog;dog\n", "line 1", "got `dog` twice, expected it once."),
      (
        "\na;trafic light\n", "line 2",
        "got `trafic light`, expected the name of a class, perhaps `traffic light`."
      ),
      ("a;pedestrian\n", "line 1", "got `pedestrian`, expected the name of a class."),
      ("a;;dog\n", "line 1", "got ``, expected the name of a class."),
    ])
  func malformed(contents: String, line: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let reader = try Self.reader(contents, in: folder)
    let error = #expect(throws: DatasetError.self) { try reader.read(requiringImages: false) }
    #expect(
      folder.relative(error?.description ?? "")
        == "labels.txt, \(line): no sound list of labels: \(expected)")
  }

  @Test("refuses ids that stand twice or lead out of the folder, and lists of nothing")
  func ids() throws {
    let folder = try TemporaryFolder()
    let list = folder.path("labels.txt")
    for (contents, expected) in [
      ("a 1\na 2\n", DatasetError.duplicateID("a", list: list, lines: [1, 2])),
      ("a 1\n../b 2\n", .pathOutsideFolder("../b", list: list, line: 2)),
      (";dog\n", .pathOutsideFolder("", list: list, line: 1)),
      (" \n", .emptyList(list)),
    ] {
      let reader = try Self.reader(contents, in: folder)
      #expect(throws: expected) { try reader.read(requiringImages: false) }
    }
    var reader = try Self.reader("a 1\n", in: folder)
    reader.list = folder.path("none.txt")
    #expect(
      throws: DatasetError.missingList(folder.path("none.txt"), setting: "dataset.list")
    ) { try reader.read(requiringImages: false) }
  }

  @Test("names missing images and folders")
  func missingImages() throws {
    let folder = try TemporaryFolder()
    var reader = try Self.reader("a 1\nb 1\n", in: folder)
    #expect(
      throws: DatasetError.missingFolder(folder.path("images"), setting: "dataset.images")
    ) { try reader.read(requiringImages: true) }
    try folder.touch("images/a.jpg")
    #expect(
      throws: DatasetError.missingFiles(
        [folder.path("images").appending(path: "b.jpg")], of: .image, sampleCount: 2,
        settings: ["dataset.images", "dataset.imageSuffix"])
    ) { try reader.read(requiringImages: true) }
    reader.imageSuffix = ".webp"
    #expect(throws: DatasetError.self) { try reader.read(requiringImages: true) }
    #expect(
      try reader.read(requiringImages: false).images.map(\.image.lastPathComponent)
        == ["a.webp", "b.webp"])
  }

  @Test(
    "reads the published lists of VOC and COCO", .requiresSharedData,
    arguments: [
      ("voc2007_test_cls", 20, 4952, 7632), ("voc2007_train_cls", 20, 2501, 4017),
      ("voc2007_val_cls", 20, 2510, 3896), ("voc2012_train", 20, 1464, 2171),
      ("voc2012_val", 20, 1449, 2147), ("coco2014_val_cls", 80, 40137, 113748),
      ("coco2017_val", 80, 4952, 14631), ("cocostuff_val", 171, 4172, 36593),
    ])
  func published(name: String, classCount: Int, images: Int, labels: Int) throws {
    let reader = ListedLabelsReader(
      list: SharedData.url("data/multilabel/tagclip_\(name).txt"),
      images: SharedData.url("data"), classList: .numbered(classCount),
      labelMap: classCount == 171 ? LabelTable.cocoStuff171.entries : nil)
    let dataset = try reader.read(requiringImages: false)
    #expect(dataset.images.count == images)
    #expect(dataset.images.reduce(0) { $0 + $1.present.count } == labels)
    #expect(Set(dataset.images.flatMap(\.present)).count == classCount)
  }
}

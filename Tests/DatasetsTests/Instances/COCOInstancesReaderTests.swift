import Datasets
import Foundation
import OpenVocabulary
import TestSupport
import Testing

@Suite("COCOInstancesReader")
struct COCOInstancesReaderTests {
  private static let json = "annotations/instances_val2017.json"

  private static func reader(
    _ root: URL, year: COCOInstancesReader.Year = .coco2017, split: String = "val",
    classes: [String] = ["person", "car", "bottle"]
  ) throws -> COCOInstancesReader {
    COCOInstancesReader(
      root: root, year: year,
      classList: try ClassList(name: "things", texts: classes.map { [$0] }), split: split)
  }

  /// Two images with their annotations, below a folder.
  private static func folder(_ path: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(COCOFile().text(), to: path + json)
    try folder.touch(path + "val2017/000000000007.jpg", path + "val2017/000000000042.jpg")
    return folder
  }

  @Test("lists images in the order of their names, with the classes they show, crowds included")
  func recognition() throws {
    let folder = try TemporaryFolder()
    var file = COCOFile()
    file.annotations.removeFirst(3)
    try folder.write(file.text(), to: Self.json)
    try folder.touch("val2017/000000000007.jpg", "val2017/000000000042.jpg")
    let dataset = try Self.reader(folder.url).read(requiringImages: true)
    #expect(dataset.name == "coco2017" && dataset.split == "val")
    #expect(dataset.images.map(\.id) == ["000000000007", "000000000042"])
    #expect(dataset.images.map(\.present) == [[], [0]])
    #expect(dataset.images[1].image == folder.path("val2017/000000000042.jpg"))
    #expect(dataset.unlabelledImages == .keep)
    #expect(try dataset.applying(.leaveOut).images.map(\.present) == [[0]])
  }

  @Test("gives the regions of each sample")
  func regions() throws {
    let folder = try Self.folder()
    let dataset = try Self.reader(folder.url).readRegions(requiringImages: true)
    #expect(dataset.samples.map(\.id) == ["000000000007", "000000000042"])
    #expect(dataset.samples.map(\.label) == Array(repeating: folder.path(Self.json), count: 2))
    let regions = try dataset.samples.map { try dataset.source.regions(of: $0).map(\.classID) }
    #expect(regions == [[], [0, 1]])
  }

  @Test(
    "finds annotations and images where archives and other tools put them",
    arguments: [
      ("", "val2017"), ("", "images/val2017"), ("coco/", "val2017"), ("coco2017/", "val2017"),
      ("coco_stuff164k/", "images/val2017"), ("coco_object/", "images/val2017"),
    ])
  func layouts(folder path: String, images: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(COCOFile().text(), to: path + Self.json)
    try folder.touch(
      "\(path)\(images)/000000000007.jpg", "\(path)\(images)/000000000042.jpg")
    for split in ["val", "val2017"] {
      let dataset = try Self.reader(folder.url, split: split).read(requiringImages: true)
      #expect(dataset.split == "val")
      #expect(dataset.images[0].image == folder.path("\(path)\(images)/000000000007.jpg"))
    }
  }

  @Test("the release of 2014 has its year in the names of its images")
  func release2014() throws {
    let folder = try TemporaryFolder()
    var file = COCOFile()
    file.images = file.images.map {
      $0.replacing("0000000000", with: "COCO_train2014_0000000000")
    }
    try folder.write(file.text(), to: "annotations/instances_train2014.json")
    let dataset = try Self.reader(folder.url, year: .coco2014, split: "train")
      .read(requiringImages: false)
    #expect(
      dataset.images.map(\.id) == ["COCO_train2014_000000000007", "COCO_train2014_000000000042"])
    #expect(
      dataset.images[0].image == folder.path("train2014/COCO_train2014_000000000007.jpg"))
  }

  @Test("what is missing is named: the data set, the split's annotations, its images, one of them")
  func missing() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.reader(folder.url)
    #expect(
      throws: DatasetError.layoutNotFound(
        dataset: "coco2017", root: folder.url,
        lookedFor: ["", "coco/", "coco2017/", "coco_stuff164k/", "coco_object/"].map {
          folder.path($0 + "annotations")
        })
    ) { try reader.read(requiringImages: true) }
    try folder.touch("annotations/instances_train2017.json", "annotations/captions_val2017.json")
    #expect(
      throws: DatasetError.missingSplit(
        split: "val", expected: folder.path(Self.json), available: ["train"])
    ) { try reader.read(requiringImages: true) }
    try folder.write(COCOFile().text(), to: Self.json)
    #expect(
      throws: DatasetError.missingSplit(
        split: "val", expected: folder.path("val2017"), available: [])
    ) { try reader.read(requiringImages: true) }
    try folder.touch("val2017/000000000042.jpg")
    #expect(
      throws: DatasetError.missingFiles(
        [folder.path("val2017/000000000007.jpg")], of: .image, sampleCount: 2,
        settings: ["dataset.root"])
    ) { try reader.read(requiringImages: true) }
    #expect(try reader.read(requiringImages: false).images.count == 2)
  }

  @Test("a class list of other classes is refused, and so is one in another order")
  func otherClasses() throws {
    let folder = try Self.folder()
    #expect(
      throws: DatasetError.classCountDiffers(
        dataset: "instances_val2017.json", got: 2, expected: 3)
    ) {
      try Self.reader(folder.url, classes: ["person", "car"]).read(requiringImages: true)
    }
    let error = #expect(throws: DatasetError.self) {
      try Self.reader(folder.url, classes: ["bottle", "car", "person"]).read(requiringImages: true)
    }
    #expect(
      error.map { folder.relative($0.description) } == """
        \(Self.json), `categories`: no sound file of COCO instances: got `person` where the class \
        list has `bottle`, expected a class list in the order of the categories' ids.
        """)
    // Names of one's own are not compared.
    let named = try Self.reader(folder.url, classes: ["human", "motorcar", "bottle"])
    #expect(try named.read(requiringImages: true).images.count == 2)
  }

  @Test("annotations of no image are refused")
  func empty() throws {
    let folder = try TemporaryFolder()
    var file = COCOFile()
    file.images = []
    file.annotations = []
    let json = try folder.write(file.text(), to: Self.json)
    #expect(throws: DatasetError.emptyList(json)) {
      try Self.reader(folder.url).read(requiringImages: false)
    }
  }

  /// TagCLIP's lists name for each image of `val2017` with annotations the positions of its classes;
  /// their ids in COCO's files, for five images, are known.
  @Test("the classes of COCO's own ids are those that published lists name", .requiresSharedData)
  func publishedLists() throws {
    let categories: [Int: [Int]] = [
      139: [1, 62, 64, 67, 72, 78, 82, 84, 85, 86], 285: [23], 632: [62, 64, 65, 84],
      724: [3, 8, 13], 776: [65, 88],
    ]
    let names = try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/coco80.txt")
    ).names
    let gaps: Set = [12, 26, 29, 30, 45, 66, 68, 69, 71, 83]
    let ids = (1...90).filter { !gaps.contains($0) }
    var file = COCOFile()
    file.categories = zip(ids, names).map { #""id": \#($0), "name": "\#($1)""# }.reversed()
    file.images = categories.keys.map {
      let name = String(repeating: "0", count: 9) + "\($0)"
      return #""id": \#($0), "file_name": "\#(name).jpg", "width": 4, "height": 3"#
    }
    file.annotations = categories.flatMap { image, categories in
      categories.map { COCOFile.annotation(1, of: image, category: $0, "[[0,0,1,0,1,1]]") }
    }
    let folder = try TemporaryFolder()
    try folder.write(file.text(), to: Self.json)
    let dataset = try Self.reader(folder.url, classes: names).read(requiringImages: false)
    let list = try String(
      decoding: SharedData.data("data/multilabel/tagclip_coco2017_val.txt"), as: UTF8.self)
    let published = Dictionary(
      uniqueKeysWithValues: list.split(whereSeparator: \.isNewline).map { line in
        let parts = line.split(separator: " ")
        return (String(parts[0]), parts.dropFirst().compactMap { Int($0) })
      })
    #expect(published.count == 4_952 && dataset.images.count == 5)
    for image in dataset.images {
      #expect(image.present == published[image.id], "\(image.id)")
    }
  }
}

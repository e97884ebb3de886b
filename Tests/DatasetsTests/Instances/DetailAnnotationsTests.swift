import Datasets
import Foundation
import Imaging
import OpenVocabulary
import TestSupport
import Testing

@Suite("DetailAnnotations")
struct DetailAnnotationsTests {
  private static let images = [
    #""file_name": "2008_000015.jpg", "phase": "val", "image_id": 2008000015, "width": 3, "height": 2"#,
    #""image_id": 2008000002, "height": 3, "width": 4, "phase": "val", "date_captured": "31-Dec-2007", "file_name": "2008_000002.jpg""#,
    #""file_name": "2008_000008.jpg", "phase": "train", "image_id": 2008000008, "width": 1, "height": 1"#,
  ]

  /// Parts of things have run lengths of their own, which are no labels.
  private static func annotation(_ id: Int, category: Int, _ counts: String) -> String {
    """
    "segmentation": {"size": [3, 4], "counts": "\(counts)"}, "area": 6, "bbox": [0, 0, 2, 3], \
    "parts": [{"part_id": 7, "segmentation": {"size": [3, 4], "counts": "0<"}}], "iscrowd": 1, \
    "image_id": 2008000002, "category_id": \(category), "id": \(id)
    """
  }

  private static func text(
    annotations: [String], categories: [Int] = [2, 420, 458], images: [String] = images
  ) -> String {
    func list(_ entries: [String]) -> String {
      "[" + entries.map { "{\($0)}" }.joined(separator: ", ") + "]"
    }
    let names = categories.map { #""category_id": \#($0), "name": "c\#($0)", "onlysemantic": 1"# }
    return """
      {"info": {"version": "4.0"}, "annos_occlusion": [{"image_id": 1, "ne": 0}], \
      "annos_segmentation": \(list(annotations)), "images": \(list(images)), \
      "annos_joints": [], "annos_boundary": [], "parts": [{"part_id": 7}], \
      "categories": \(list(names))}
      """
  }

  private static func detail(_ text: String) throws -> DetailAnnotations {
    let folder = try TemporaryFolder()
    return try DetailAnnotations(contentsOf: folder.write(text, to: "trainval_merged.json"))
  }

  @Test("labels are the original numbers, the later annotation over the earlier, and 0 elsewhere")
  func labels() throws {
    // Columns 0 and 1; then columns 1 and 2; the last pixel.
    let annotations = [
      Self.annotation(1, category: 420, "066"), Self.annotation(2, category: 2, "363"),
      Self.annotation(3, category: 458, ";1"),
    ]
    let detail = try Self.detail(Self.text(annotations: annotations))
    let map = try detail.labelMap(ofImage: "2008_000002")
    #expect(map.width == 4 && map.height == 3)
    #expect(map.labels == [420, 2, 2, 0, 420, 2, 2, 0, 420, 2, 2, 458])
    let truth = try LabelTable.originalContext59.map(map, file: detail.file)
    let ignored = LabelMap.ignored
    #expect(
      truth.labels == [52, 0, 0, ignored, 52, 0, 0, ignored, 52, 0, 0, 58])
    let withBackground = try LabelTable.originalContext60.map(map, file: detail.file)
    #expect(withBackground.labels == [53, 1, 1, 0, 53, 1, 1, 0, 53, 1, 1, 59])
  }

  @Test("images belong to the split that the file states, and those without annotations are 0")
  func splits() throws {
    let detail = try Self.detail(Self.text(annotations: []))
    #expect(detail.splits == ["train", "val"])
    #expect(detail.images(ofSplit: "val") == ["2008_000002", "2008_000015"])
    #expect(detail.images(ofSplit: "train") == ["2008_000008"])
    #expect(detail.images(ofSplit: "test").isEmpty)
    #expect(
      try detail.labelMap(ofImage: "2008_000015")
        == LabelMap(width: 3, height: 2, labels: Array(repeating: 0, count: 6)))
    #expect(throws: DatasetError.self) { try detail.labelMap(ofImage: "2008_000003") }
  }

  @Test(
    "what is none is named",
    arguments: [
      (
        text(annotations: [annotation(9, category: 2, "0")]),
        "annotation 9, byte …: no sound file of PASCAL in Detail: got runs of 0 pixels together"
      ),
      (
        text(annotations: [annotation(9, category: 3, "0<")]),
        "annotation at byte …: no sound file of PASCAL in Detail: got the unknown category 3"
      ),
      (
        text(annotations: [], images: [images[0].replacing(#""phase": "val", "#, with: "")]),
        "image 2008000015, byte …: no sound file of PASCAL in Detail: got no `phase`"
      ),
      (
        text(annotations: [], categories: [65_535]),
        "`categories`: no sound file of PASCAL in Detail: got the category 65535"
      ),
      (
        COCOFile().text(),
        "byte …: no sound file of PASCAL in Detail: got no `image_id`"
      ),
    ])
  func broken(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "trainval_merged.json")
    let error = #expect(throws: DatasetError.self) {
      _ = try DetailAnnotations(contentsOf: file).labelMap(ofImage: "2008_000002")
    }
    let said = folder.relative(error?.description ?? "").replacing(/byte [0-9]+/, with: "byte …")
    #expect(said.hasPrefix("trainval_merged.json, \(message), "), "\(said)")
  }

  @Test("PASCAL Context is read from the annotations alone, unless labels stand beside them")
  func reader() throws {
    let folder = try TemporaryFolder()
    let annotations = [Self.annotation(1, category: 420, "066")]
    try folder.write(
      Self.text(annotations: annotations), to: "VOCdevkit/VOC2010/trainval_merged.json")
    let classes = try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/context59.txt"))
    let reader = try #require(
      PASCALDetailReader(.context59, root: folder.url, classList: classes))
    let dataset = try reader.read(requiring: .labels)
    #expect(dataset.samples.map(\.id) == ["2008_000002", "2008_000015"])
    let truth = try dataset.samples[0].groundTruth(using: dataset.labelTable)
    #expect(truth.labels.count { $0 == 52 } == 6)
    #expect(truth.labels.count { $0 == LabelMap.ignored } == 6)
    #expect(throws: DatasetError.self) { try reader.read(requiring: .imagesAndLabels) }
    #expect(try reader.read(requiring: .nothing).missingFiles.map(\.role) == [.image, .image])

    let other = try #require(
      PASCALDetailReader(.context59, root: folder.url, classList: classes, split: "test"))
    #expect(throws: DatasetError.self) { try other.read(requiring: .labels) }
    #expect(PASCALDetailReader(.voc20, root: folder.url, classList: classes) == nil)
    try folder.write("", to: "VOCdevkit/VOC2010/SegmentationClassContext/2008_000002.png")
    #expect(PASCALDetailReader(.context59, root: folder.url, classList: classes) == nil)
  }
}

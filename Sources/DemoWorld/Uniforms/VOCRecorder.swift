internal import Foundation
internal import Imaging

/// Writes scenes as PASCAL VOC 2012's archive unpacks.
///
/// `JPEGImages/ID.jpg`, `SegmentationClass/ID.png` with VOC's palette and 255 along the borders of
/// objects, the ids in `ImageSets/Segmentation/val.txt`; and for each of the 20 classes
/// `ImageSets/Main/CLASS_val.txt` with an id and an answer a line: 1 where the scene shows the class, 0
/// where so little is seen of it that it counts as difficult, −1 where nothing is.
struct VOCRecorder: SceneRecorder {
  private let folder: URL
  private var identifiers: [String] = []
  private var lines: [String: [String]] = [:]

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    self.folder = folder
    for name in ["JPEGImages", "SegmentationClass", "ImageSets/Segmentation", "ImageSets/Main"] {
      try OutputFile.createFolder(folder.appending(path: name))
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let identifier = scene.identifier
    try OutputFile.write(scene.jpeg, to: folder.appending(path: "JPEGImages/\(identifier).jpg"))
    try OutputFile.write(
      scene.rendered.labelMap(.pascalVOC, border: RenderedScene.borderLabel),
      to: folder.appending(path: "SegmentationClass/\(identifier).png"), palette: .pascalVOC)
    identifiers.append(identifier)
    let areas = scene.rendered.areas
    for (name, category) in Self.classes {
      let area = category.map { areas[$0.rawValue] } ?? 0
      // Flush right in a field of two, as the published lists are.
      let answer = area == 0 ? "-1" : scene.rendered.isMentioned(area: area) ? " 1" : " 0"
      lines[name, default: []].append("\(identifier) \(answer)")
    }
  }

  mutating func finish() throws(DemoWorldError) {
    let lists = folder.appending(path: "ImageSets")
    for name in ["Segmentation", "Main"] {
      try OutputFile.write(lines: identifiers, to: lists.appending(path: "\(name)/val.txt"))
    }
    for (name, lines) in lines {
      try OutputFile.write(lines: lines, to: lists.appending(path: "Main/\(name)_val.txt"))
    }
  }

  /// The 20 classes by the names of their lists, with what the drawn world has of them.
  private static let classes: [(name: String, category: SceneCategory?)] = [
    ("aeroplane", nil), ("bicycle", nil), ("bird", .bird), ("boat", .boat), ("bottle", nil),
    ("bus", .bus), ("car", .car), ("cat", nil), ("chair", nil), ("cow", nil), ("diningtable", nil),
    ("dog", .dog), ("horse", nil), ("motorbike", nil), ("person", .person), ("pottedplant", nil),
    ("sheep", .sheep), ("sofa", nil), ("train", nil), ("tvmonitor", nil),
  ]
}

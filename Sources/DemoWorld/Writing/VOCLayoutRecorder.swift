internal import Foundation
internal import Imaging

/// Writes scenes as PASCAL VOC 2012 lays out its segmentation data.
///
/// `JPEGImages/ID.jpg`, `SegmentationClass/ID.png` with VOC's palette, and the ids in
/// `ImageSets/Segmentation/val.txt`. A mask holds 0 where an unnamed thing is, n where the category on
/// line n of `classes.txt` is, and 255 along the borders of objects.
struct VOCLayoutRecorder: SceneRecorder {
  private let folder: URL
  private var identifiers: [String] = []

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    self.folder = folder
    for name in ["JPEGImages", "SegmentationClass", "ImageSets/Segmentation"] {
      try OutputFile.createFolder(folder.appending(path: name))
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let identifier = scene.identifier
    try OutputFile.write(
      scene.jpegData(), to: folder.appending(path: "JPEGImages/\(identifier).jpg"))
    try OutputFile.write(
      Self.encoded(scene.rendered.classMask),
      to: folder.appending(path: "SegmentationClass/\(identifier).png"))
    identifiers.append(identifier)
  }

  mutating func finish() throws(DemoWorldError) {
    try OutputFile.write(
      lines: identifiers, to: folder.appending(path: "ImageSets/Segmentation/val.txt"))
    try OutputFile.write(
      lines: SceneCategory.allCases.map(\.name), to: folder.appending(path: "classes.txt"))
  }

  private static func encoded(_ mask: LabelMap) throws(DemoWorldError) -> Data {
    do throws(ImagingError) {
      return try mask.pngData(palette: .pascalVOC)
    } catch {
      throw .imaging(error)
    }
  }
}

internal import Foundation
internal import Imaging

/// Writes scenes as PASCAL Context lies when its labels were made into index PNGs: VOC 2010's photos,
/// `SegmentationClassContext/ID.png`, and the ids in `ImageSets/SegmentationContext/val.txt`.
///
/// There are no borders, and every pixel has a label.
struct PASCALContextRecorder: SceneRecorder {
  private let folder: URL
  private var identifiers: [String] = []

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    self.folder = folder
    for name in ["JPEGImages", "SegmentationClassContext", "ImageSets/SegmentationContext"] {
      try OutputFile.createFolder(folder.appending(path: name))
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let identifier = scene.identifier
    try OutputFile.write(scene.jpeg, to: folder.appending(path: "JPEGImages/\(identifier).jpg"))
    try OutputFile.write(
      scene.rendered.labelMap(.pascalContext),
      to: folder.appending(path: "SegmentationClassContext/\(identifier).png"),
      palette: .pascalVOC)
    identifiers.append(identifier)
  }

  mutating func finish() throws(DemoWorldError) {
    try OutputFile.write(
      lines: identifiers, to: folder.appending(path: "ImageSets/SegmentationContext/val.txt"))
  }
}

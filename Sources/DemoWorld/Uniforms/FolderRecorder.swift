internal import Foundation
internal import Imaging

/// Writes scenes with the demo's own classes in two folders, which bear PASCAL VOC's names.
///
/// `JPEGImages/ID.jpg`, `SegmentationClass/ID.png` with VOC's palette, and the ids in
/// `ImageSets/Segmentation/val.txt`. A mask holds 0 where an unnamed thing is, n where the category on
/// line n of `classes.txt` is, and 255 along the borders of objects. `captions.tsv` says in a sentence
/// what each picture shows.
struct FolderRecorder: SceneRecorder {
  private let folder: URL
  private var identifiers: [String] = []
  private var captions: [String] = []

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
      scene.jpeg, to: folder.appending(path: "JPEGImages/\(identifier).jpg"))
    try OutputFile.write(
      scene.rendered.classMask,
      to: folder.appending(path: "SegmentationClass/\(identifier).png"), palette: .pascalVOC)
    identifiers.append(identifier)
    captions += Captions.make(
      1, of: scene.rendered.visibleCategories, seed: scene.seed, index: scene.index
    ).map { "JPEGImages/\(identifier).jpg\t\($0)" }
  }

  mutating func finish() throws(DemoWorldError) {
    try OutputFile.write(lines: captions, to: folder.appending(path: "captions.tsv"))
    try OutputFile.write(
      lines: identifiers, to: folder.appending(path: "ImageSets/Segmentation/val.txt"))
    try OutputFile.write(
      lines: SceneCategory.allCases.map(\.name), to: folder.appending(path: "classes.txt"))
  }
}

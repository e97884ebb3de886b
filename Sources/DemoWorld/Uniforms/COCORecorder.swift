internal import Foundation
internal import Imaging

/// Writes scenes as COCO 2017 and COCO-Stuff 164k lie together: `images/val2017/NNNNNNNNNNNN.jpg`,
/// counted from 1, the label maps `annotations/val2017/NNNNNNNNNNNN.png`, gray, and the things one by
/// one in `annotations/instances_val2017.json`.
struct COCORecorder: SceneRecorder {
  private let folder: URL
  private let marker: DemoMarker
  private var instances = COCOInstancesFile()

  /// Makes the layout's folders.
  init(folder: URL, marker: DemoMarker) throws(DemoWorldError) {
    self.folder = folder
    self.marker = marker
    for name in ["images/val2017", "annotations/val2017"] {
      try OutputFile.createFolder(folder.appending(path: name))
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let number = scene.index + 1
    let name = number.padded(to: 12)
    try OutputFile.write(
      scene.jpeg, to: folder.appending(path: "images/val2017/\(name).jpg"))
    try OutputFile.write(
      scene.rendered.labelMap(.cocoStuff),
      to: folder.appending(path: "annotations/val2017/\(name).png"))
    instances.add(scene.rendered, imageID: number, fileName: "\(name).jpg")
  }

  func finish() throws(DemoWorldError) {
    let file = folder.appending(path: "annotations/instances_val2017.json")
    try OutputFile.attempt(at: file) {
      try instances.jsonData(describedAs: "DEMO: \(marker.summary)").write(to: file)
    }
  }
}

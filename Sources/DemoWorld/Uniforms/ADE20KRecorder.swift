internal import Foundation
internal import Imaging

/// Writes scenes as `ADEChallengeData2016.zip` unpacks: `images/validation/ADE_val_NNNNNNNN.jpg`,
/// counted from 1, and `annotations/validation/ADE_val_NNNNNNNN.png`, gray.
struct ADE20KRecorder: SceneRecorder {
  private let images: URL
  private let annotations: URL

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    images = folder.appending(path: "images/validation")
    annotations = folder.appending(path: "annotations/validation")
    try OutputFile.createFolder(images)
    try OutputFile.createFolder(annotations)
  }

  func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let name = "ADE_val_" + (scene.index + 1).padded(to: 8)
    try OutputFile.write(scene.jpeg, to: images.appending(path: "\(name).jpg"))
    try OutputFile.write(
      scene.rendered.labelMap(.ade20k), to: annotations.appending(path: "\(name).png"))
  }

  func finish() {}
}

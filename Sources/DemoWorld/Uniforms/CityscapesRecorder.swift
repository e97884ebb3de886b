internal import Foundation
internal import Imaging

/// Writes scenes as Cityscapes' archives unpack: `leftImg8bit/val/CITY/NAME_leftImg8bit.png` and
/// `gtFine/val/CITY/NAME_gtFine_labelIds.png`, gray.
///
/// Each of the three kinds of place is a city of its own, whose name no real one has. Photos are PNGs
/// and show what the other layouts' JPEGs do.
struct CityscapesRecorder: SceneRecorder {
  private let photos: URL
  private let labels: URL

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    photos = folder.appending(path: "leftImg8bit/val")
    labels = folder.appending(path: "gtFine/val")
    try OutputFile.createFolder(photos)
    try OutputFile.createFolder(labels)
  }

  func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let city = Self.city(of: scene.rendered.scene.kind)
    for folder in [photos, labels] {
      try OutputFile.createFolder(folder.appending(path: city))
    }
    // A city, a sequence and the frame in it that is annotated, which is the twentieth of thirty.
    let name = "\(city)/\(city)_\(scene.index.padded(to: 6))_000019"
    try OutputFile.write(
      scene.photograph(), to: photos.appending(path: "\(name)_leftImg8bit.png"))
    try OutputFile.write(
      scene.rendered.labelMap(.cityscapes),
      to: labels.appending(path: "\(name)_gtFine_labelIds.png"))
  }

  func finish() {}

  private static func city(of kind: SceneKind) -> String {
    switch kind {
    case .street: "streetville"
    case .meadow: "meadowton"
    case .shore: "sandhaven"
    }
  }
}

import Foundation
import TestSupport

/// The demo that the repository ships.
enum Demo {
  static let folder = SharedData.packageRoot.appending(path: "Datasets/Demo")
  static let images = folder.appending(path: "VOC/JPEGImages")
  static let labels = folder.appending(path: "VOC/SegmentationClass")
  static let checkpoint = folder.appending(path: "model/model.safetensors")
  static let vocabulary = folder.appending(path: "model/merges.txt")

  /// The ids in the order of the list.
  static let ids: [String] = {
    let list = folder.appending(path: "VOC/ImageSets/Segmentation/val.txt")
    let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()
}

extension URL {
  /// The path as an argument.
  var argument: String { path(percentEncoded: false) }
}

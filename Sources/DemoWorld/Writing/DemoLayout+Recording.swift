internal import Foundation

extension DemoLayout {
  /// Starts writing into a folder that exists and is empty.
  func recorder(in folder: URL, of marker: DemoMarker) throws(DemoWorldError) -> any SceneRecorder {
    let home = home.map { folder.appending(path: $0) } ?? folder
    return switch self {
    case .benchmarks: try SideBySideRecorder(parts, in: folder, of: marker)
    case .folder: try FolderRecorder(folder: home)
    case .captions: try CaptionSetRecorder(folder: home, sceneCount: marker.sceneCount)
    case .voc2012: try VOCRecorder(folder: home)
    case .context: try PASCALContextRecorder(folder: home)
    case .coco: try COCORecorder(folder: home, marker: marker)
    case .cityscapes: try CityscapesRecorder(folder: home)
    case .ade20k: try ADE20KRecorder(folder: home)
    case .nusWide: try NUSWideRecorder(folder: home)
    }
  }
}

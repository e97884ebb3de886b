internal import Foundation

/// The ways the drawn world can lie on disk.
///
/// A layout decides how scenes become files and nothing else: every layout writes the same scenes for
/// the same seed.
public enum DemoLayout: String, CaseIterable, Sendable {
  /// PASCAL VOC 2012's folders: pictures, palette masks and a list of ids.
  case voc

  /// Small pictures in one array with sentences beside it, as a model is trained on.
  case captions

  /// Starts writing into a folder that exists and is empty.
  func recorder(in folder: URL, sceneCount: Int) throws(DemoWorldError) -> any SceneRecorder {
    switch self {
    case .voc: try VOCLayoutRecorder(folder: folder)
    case .captions: try CaptionSetRecorder(folder: folder, sceneCount: sceneCount)
    }
  }
}

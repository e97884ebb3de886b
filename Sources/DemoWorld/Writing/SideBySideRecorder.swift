internal import Foundation

/// Writes every scene in several layouts, for which it is drawn once.
struct SideBySideRecorder: SceneRecorder {
  private var recorders: [any SceneRecorder] = []

  /// Starts writing several layouts into one folder.
  init(
    _ layouts: [DemoLayout], in folder: URL, of marker: DemoMarker
  ) throws(DemoWorldError) {
    for layout in layouts { recorders.append(try layout.recorder(in: folder, of: marker)) }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    for index in recorders.indices { try recorders[index].record(scene) }
  }

  mutating func finish() throws(DemoWorldError) {
    for index in recorders.indices { try recorders[index].finish() }
  }
}

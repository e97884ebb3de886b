public import Foundation

/// Writes the scenes of a world into a folder.
public struct DemoWorldWriter: Sendable {
  /// How the scenes lie on disk.
  public var layout: DemoLayout

  /// The seed of the world.
  public var seed: UInt64

  /// The number of scenes.
  public var sceneCount: Int

  /// The range of the pictures' sides in pixels.
  public var sides: ClosedRange<Int>

  /// Creates a writer.
  ///
  /// - Precondition: `sceneCount` is positive and the smallest side has at least 32 pixels.
  public init(
    layout: DemoLayout, seed: UInt64, sceneCount: Int, sides: ClosedRange<Int> = 128...224
  ) {
    precondition(sceneCount > 0, "A world of \(sceneCount) scenes is none")
    precondition(sides.lowerBound >= 32, "Sides of \(sides.lowerBound) pixels are too short")
    self.layout = layout
    self.seed = seed
    self.sceneCount = sceneCount
    self.sides = sides
  }

  /// Draws and writes every scene.
  ///
  /// The files are written into a folder beside `folder`, which is renamed once it is complete: after a
  /// failure there is nothing at `folder`. A ``DemoMarker`` says what lies there. About 20 ms a scene.
  ///
  /// - Parameters:
  ///   - folder: where the world goes; nothing may be there.
  ///   - progress: called after each scene with the number of scenes written so far.
  /// - Throws: ``DemoWorldError``, where the folder exists or cannot be written.
  public func write(
    to folder: URL, progress: (_ written: Int) -> Void = { _ in }
  ) throws(DemoWorldError) {
    let path = folder.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .outputExists(file: path)
    }
    let unfinished = folder.deletingLastPathComponent().appending(
      path: ".\(folder.lastPathComponent).unfinished-\(UUID().uuidString)",
      directoryHint: .isDirectory)
    try OutputFile.createFolder(unfinished)
    do throws(DemoWorldError) {
      let marker = DemoMarker(seed: seed, sceneCount: sceneCount)
      var recorder = try layout.recorder(in: unfinished, of: marker)
      try mark(unfinished, with: marker)
      for index in 0..<sceneCount {
        try recorder.record(try DrawnScene(seed: seed, index: index, sides: sides))
        progress(index + 1)
      }
      try recorder.finish()
      try OutputFile.attempt(at: folder) {
        try FileManager.default.moveItem(at: unfinished, to: folder)
      }
    } catch {
      // The error that is thrown says more than a failure to clear up would.
      try? FileManager.default.removeItem(at: unfinished)
      throw error
    }
  }

  /// Leaves the note in the folder and in that of every data set, so that one taken elsewhere keeps it.
  private func mark(_ folder: URL, with marker: DemoMarker) throws(DemoWorldError) {
    let homes = layout.parts.compactMap(\.home).map { folder.appending(path: $0) }
    for place in [folder] + homes {
      try OutputFile.write(
        Data(marker.text.utf8), to: place.appending(path: DemoMarker.fileName))
    }
  }
}

/// Turns drawn scenes, one after the other, into the files of one layout.
protocol SceneRecorder {
  /// Writes one scene.
  mutating func record(_ scene: DrawnScene) throws(DemoWorldError)

  /// Writes what can only be written once every scene is there, such as lists.
  mutating func finish() throws(DemoWorldError)
}

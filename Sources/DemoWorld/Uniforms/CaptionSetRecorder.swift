internal import Foundation
internal import Imaging

/// Writes scenes as pairs of pictures and sentences for training.
///
/// `images.npy` is an array `[scenes, 64, 64, 3]` of bytes: every picture as its camera compressed it,
/// squashed to a square as the evaluation does. `captions.txt` has ``captionsPerScene`` lines a scene,
/// in the same order. Nothing says where in a picture anything is.
struct CaptionSetRecorder: SceneRecorder {
  /// The number of sentences a scene.
  static let captionsPerScene = 5

  /// The side of a squashed picture in pixels.
  static let side = 64

  private let folder: URL
  private let pixels: FileHandle
  private var captions: [String] = []

  /// Opens the array and writes its header.
  init(folder: URL, sceneCount: Int) throws(DemoWorldError) {
    self.folder = folder
    let file = folder.appending(path: "images.npy")
    try OutputFile.write(Self.header(sceneCount: sceneCount), to: file)
    pixels = try OutputFile.attempt(at: file) {
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      return handle
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let squashed = try scene.photograph()
      .resized(toWidth: Self.side, height: Self.side, with: .bicubic)
    try OutputFile.attempt(at: folder.appending(path: "images.npy")) {
      try pixels.write(contentsOf: Data(squashed.samples))
    }
    captions += Captions.make(
      Self.captionsPerScene, of: scene.rendered.visibleCategories, seed: scene.seed,
      index: scene.index)
  }

  mutating func finish() throws(DemoWorldError) {
    try OutputFile.attempt(at: folder.appending(path: "images.npy")) { try pixels.close() }
    try OutputFile.write(lines: captions, to: folder.appending(path: "captions.txt"))
  }

  /// The header of a NumPy array file, version 1.0: its length is a multiple of 64 bytes.
  private static func header(sceneCount: Int) -> Data {
    let description =
      "{'descr': '|u1', 'fortran_order': False, 'shape': (\(sceneCount), \(side), \(side), 3), }"
    let prefix = 10
    let padding = (64 - (prefix + description.utf8.count + 1) % 64) % 64
    let text = description + String(repeating: " ", count: padding) + "\n"
    var header = Data([0x93])
    header.append(contentsOf: "NUMPY".utf8)
    header.append(contentsOf: [1, 0])
    header.append(contentsOf: [UInt8(text.utf8.count & 0xFF), UInt8(text.utf8.count >> 8)])
    header.append(contentsOf: text.utf8)
    return header
  }
}

import DemoWorld
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Writing a drawn world")
struct WritingTests {
  @Test(
    "The demo's own layout has a picture, a mask of the same size and a line in the list for each scene"
  )
  func folderLayout() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "world")
    var written: [Int] = []
    try DemoWorldWriter(layout: .folder, seed: 9, sceneCount: 3, sides: 48...80)
      .write(to: output) { written.append($0) }
    #expect(written == [1, 2, 3])
    #expect(
      folder.contents == [
        "world", "world/DEMO.txt", "world/ImageSets", "world/ImageSets/Segmentation",
        "world/ImageSets/Segmentation/val.txt", "world/JPEGImages",
        "world/JPEGImages/demo_000000.jpg", "world/JPEGImages/demo_000001.jpg",
        "world/JPEGImages/demo_000002.jpg", "world/SegmentationClass",
        "world/SegmentationClass/demo_000000.png", "world/SegmentationClass/demo_000001.png",
        "world/SegmentationClass/demo_000002.png", "world/captions.tsv", "world/classes.txt",
      ])
    let list = try String(
      contentsOf: output.appending(path: "ImageSets/Segmentation/val.txt"), encoding: .utf8)
    #expect(list == "demo_000000\ndemo_000001\ndemo_000002\n")
    for index in 0..<3 {
      let scene = Scene(seed: 9, index: index, sides: 48...80)
      let image = try RGBImage(
        contentsOf: output.appending(path: "JPEGImages/demo_00000\(index).jpg"))
      let mask = try LabelMap(
        contentsOf: output.appending(path: "SegmentationClass/demo_00000\(index).png"))
      #expect(image.width == scene.width, "scene \(index)")
      #expect(image.height == scene.height, "scene \(index)")
      #expect(mask == RenderedScene(scene).classMask, "scene \(index)")
    }
  }

  @Test("A caption set is one array of squashed pictures and five lines for each")
  func captionSet() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "captions")
    try DemoWorldWriter(layout: .captions, seed: 9, sceneCount: 2).write(to: output)
    let array = try Data(contentsOf: output.appending(path: "images.npy"))
    let header =
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 64, 64, 3), }"
      .padding(toLength: 117, withPad: " ", startingAt: 0) + "\n"
    #expect(array.prefix(10) == Data([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0]))
    #expect(String(decoding: array[10..<128], as: UTF8.self) == header)
    #expect(array.count == 128 + 2 * 64 * 64 * 3)
    for index in 0..<2 {
      let scene = RenderedScene(Scene(seed: 9, index: index))
      let jpeg = try scene.image.jpegData(quality: scene.scene.exposure.quality)
      let squashed = try RGBImage(decoding: jpeg, named: "scene \(index)")
        .resized(toWidth: 64, height: 64, with: .bicubic)
      let start = 128 + index * squashed.samples.count
      #expect(
        Array(array[start..<(start + squashed.samples.count)]) == squashed.samples, "scene \(index)"
      )
    }
    let captions = try String(
      contentsOf: output.appending(path: "captions.txt"), encoding: .utf8)
    let expected = (0..<2).flatMap { index in
      Captions.make(
        5, of: RenderedScene(Scene(seed: 9, index: index)).visibleCategories, seed: 9, index: index)
    }
    #expect(captions == expected.map { $0 + "\n" }.joined())
  }

  @Test("What is there already is refused and left as it is")
  func existingOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "world/notes.txt")
    let output = folder.url.appending(path: "world")
    let path = output.path(percentEncoded: false)
    #expect(throws: DemoWorldError.outputExists(file: path)) {
      try DemoWorldWriter(layout: .folder, seed: 9, sceneCount: 1).write(to: output)
    }
    #expect(folder.contents == ["world", "world/notes.txt"])
  }

  @Test("A place that cannot be written is named, and nothing is left behind")
  func unwritableOutput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a file, not a folder", to: "taken")
    let error = #expect(throws: DemoWorldError.self) {
      try DemoWorldWriter(layout: .folder, seed: 9, sceneCount: 1)
        .write(to: file.appending(path: "world"))
    }
    guard case .unwritable(let named, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(named.hasPrefix(file.path(percentEncoded: false)), "\(named)")
    #expect(error?.description.contains("cannot be written") == true)
    #expect(folder.contents == ["taken"])
  }
}

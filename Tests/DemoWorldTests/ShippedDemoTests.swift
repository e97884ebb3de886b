import DemoWorld
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("The shipped demo")
struct ShippedDemoTests {
  private let demo = SharedData.packageRoot.appending(path: "Datasets/Demo")

  private func lines(of path: String) throws -> [String] {
    try String(contentsOf: demo.appending(path: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test("The shipped scenes are, byte for byte, what the generator draws")
  func shippedScenesCanBeRedrawn() throws {
    let folder = try TemporaryFolder()
    var writer = DemoWorldWriter.shipped
    writer.sceneCount = 12
    let redrawn = folder.url.appending(path: "VOC")
    try writer.write(to: redrawn)
    for index in 0..<writer.sceneCount {
      let name = index < 10 ? "demo_00000\(index)" : "demo_0000\(index)"
      for path in ["JPEGImages/\(name).jpg", "SegmentationClass/\(name).png"] {
        let expected = try Data(contentsOf: redrawn.appending(path: path))
        let shipped = try Data(contentsOf: demo.appending(path: "VOC/\(path)"))
        #expect(shipped == expected, "\(path)")
      }
    }
    let captions = try String(
      contentsOf: redrawn.appending(path: "captions.tsv"), encoding: .utf8)
    #expect(
      try lines(of: "VOC/captions.tsv").prefix(12).map { $0 + "\n" }.joined() == captions)
  }

  @Test("Every scene of the list has its picture and its mask, and nothing else lies there")
  func listIsComplete() throws {
    let identifiers = try lines(of: "VOC/ImageSets/Segmentation/val.txt")
    #expect(identifiers.count == DemoWorldWriter.shipped.sceneCount)
    #expect(
      try lines(of: "VOC/captions.tsv").map { $0.prefix { $0 != "\t" } }
        == identifiers.map { "JPEGImages/\($0).jpg" })
    for (name, suffix) in [("JPEGImages", ".jpg"), ("SegmentationClass", ".png")] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: demo.appending(path: "VOC/\(name)").path(percentEncoded: false))
      #expect(files.sorted() == identifiers.map { $0 + suffix }, "\(name)")
    }
  }

  @Test("The class file names the categories in the order of the masks' labels")
  func classNames() throws {
    #expect(try lines(of: "VOC/classes.txt") == SceneCategory.allCases.map(\.name))
  }

  @Test("Every category is seen in at least twenty shipped scenes")
  func everyCategoryIsSeen() throws {
    var scenes: [UInt16: Int] = [:]
    for identifier in try lines(of: "VOC/ImageSets/Segmentation/val.txt") {
      let mask = try LabelMap(
        contentsOf: demo.appending(path: "VOC/SegmentationClass/\(identifier).png"))
      for label in Set(mask.labels) {
        scenes[label, default: 0] += 1
      }
    }
    for category in SceneCategory.allCases {
      let count = scenes[UInt16(category.rawValue + 1), default: 0]
      #expect(count >= 20, "\(category.name): \(count)")
    }
  }

  @Test("The shipped scenes and the training scenes have different seeds")
  func trainingSawOtherScenes() {
    #expect(DemoWorldWriter.shipped.seed != DemoWorldWriter.training.seed)
  }

  @Test("The demo stays small: under 4 MB of scenes and 8 MB of model")
  func sizes() throws {
    var bytes = 0
    let files = FileManager.default.enumerator(
      at: demo.appending(path: "VOC"), includingPropertiesForKeys: [.fileSizeKey])
    while let file = files?.nextObject() as? URL {
      bytes += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }
    #expect((1_000_000..<4_000_000).contains(bytes), "\(bytes) bytes of scenes")
    let model = try Data(contentsOf: demo.appending(path: "model/model.safetensors")).count
    #expect((1_000_000..<8_000_000).contains(model), "\(model) bytes of model")
  }

  @Test("The merges are a version line and pairs, some hundred of them")
  func merges() throws {
    let merges = try lines(of: "model/merges.txt")
    #expect(merges.first?.hasPrefix("#version") == true)
    #expect((100...1_000).contains(merges.count - 1), "\(merges.count - 1) merges")
    for merge in merges.dropFirst() {
      #expect(merge.split(separator: " ").count == 2, "\(merge)")
    }
  }
}

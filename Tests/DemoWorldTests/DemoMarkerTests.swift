import DemoWorld
import Foundation
import TestSupport
import Testing

@Suite("DemoMarker")
struct DemoMarkerTests {
  @Test("The note is read back from its text", arguments: [1, 24, 24_000])
  func roundTrip(sceneCount: Int) {
    let marker = DemoMarker(seed: .max, sceneCount: sceneCount)
    #expect(DemoMarker(marker.text) == marker)
    #expect(DemoMarker(marker.text.replacing("\n", with: "\r\n")) == marker)
    #expect(marker.text.hasPrefix("DEMO: \(marker.summary)"))
    #expect(marker.text.hasSuffix(".\n"))
  }

  @Test(
    "Another text is no note",
    arguments: [
      "", "DEMO", "DEMO: my talk of Tuesday\n",
      "24 scenes of seed 1, drawn by evaluate datasets demo",
      "DEMO: many scenes of seed 1, drawn by evaluate datasets demo",
      "DEMO: 1 scene of seed 99999999999999999999, drawn by evaluate datasets demo",
    ])
  func otherTexts(text: String) {
    #expect(DemoMarker(text) == nil)
  }

  @Test("The note lies in the folder that is drawn and in that of every data set in it")
  func places() throws {
    let world = try DrawnBenchmarks()
    let notes = world.files.filter { $0.hasSuffix(DemoMarker.fileName) }
    #expect(
      notes == [
        "ADEChallengeData2016/DEMO.txt", "DEMO.txt", "NUS-WIDE/DEMO.txt",
        "VOCdevkit/VOC2010/DEMO.txt", "VOCdevkit/VOC2012/DEMO.txt", "cityscapes/DEMO.txt",
        "coco_stuff164k/DEMO.txt",
      ])
    let expected = DemoMarker(seed: DrawnBenchmarks.seed, sceneCount: DrawnBenchmarks.sceneCount)
    for note in notes {
      let text = try String(contentsOf: world.data.appending(path: note), encoding: .utf8)
      #expect(DemoMarker(text) == expected, "\(note)")
    }
  }

  @Test("The shipped scenes have their note")
  func shipped() throws {
    let file = SharedData.packageRoot.appending(path: "Datasets/Demo/VOC/DEMO.txt")
    let marker = DemoMarker(
      seed: DemoWorldWriter.shipped.seed, sceneCount: DemoWorldWriter.shipped.sceneCount)
    #expect(try String(contentsOf: file, encoding: .utf8) == marker.text)
  }
}

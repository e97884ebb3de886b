import DemoWorld
import Foundation
import Imaging
import Testing

@Suite("Class masks")
struct ClassMaskTests {
  @Test("Both sides of a border between objects are 255, everything else the category's number")
  func borders() {
    let sky = UInt16(SceneCategory.sky.rawValue + 1)
    let car = UInt16(SceneCategory.car.rawValue + 1)
    let edge = RenderedScene.borderLabel
    let expected: [[UInt16]] = [
      [sky, sky, edge, edge, edge, sky, sky, sky],
      [sky, edge, edge, edge, edge, edge, sky, sky],
      [sky, edge, edge, car, edge, edge, sky, sky],
      [sky, edge, edge, edge, edge, edge, sky, sky],
      [sky, sky, edge, edge, edge, sky, sky, sky],
      [sky, sky, sky, sky, sky, sky, sky, sky],
    ]
    let mask = RenderedScene(.rectangleBeforeSky).classMask
    #expect(mask.labels == Array(expected.joined()))
  }

  @Test("A thing no class list names is 0")
  func unnamedThing() {
    var scene = Scene.rectangleBeforeSky
    scene.objects[1].category = nil
    #expect(RenderedScene(scene).classMask.labels[2 * 8 + 3] == 0)
  }

  @Test("A mask survives its PNG", arguments: 0..<6)
  func encodingKeepsLabels(index: Int) throws {
    let mask = RenderedScene(Scene(seed: 8, index: index)).classMask
    let decoded = try LabelMap(
      decoding: mask.pngData(palette: .pascalVOC), named: "scene \(index) of seed 8")
    #expect(decoded == mask)
  }

  @Test("Every category occurs, every mask has borders, and no mask holds another label")
  func labelsOccur() {
    var seen: Set<UInt16> = []
    let allowed = Set(0...UInt16(SceneCategory.allCases.count)).union([255])
    for index in 0..<60 {
      let labels = Set(RenderedScene(Scene(seed: 8, index: index)).classMask.labels)
      #expect(labels.contains(RenderedScene.borderLabel), "scene \(index) of seed 8")
      #expect(labels.isSubset(of: allowed), "scene \(index) of seed 8: \(labels)")
      seen.formUnion(labels)
    }
    #expect(seen == allowed)
  }
}

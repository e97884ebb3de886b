import DemoWorld
import Testing

@Suite("Scenes")
struct SceneTests {
  @Test("The same seed and index give the same scene, whatever was made before it")
  func sameSeedSameScene() {
    let alone = Scene(seed: 5, index: 3)
    let afterOthers = (0...3).map { Scene(seed: 5, index: $0) }[3]
    #expect(alone == afterOthers)
  }

  @Test("Another seed or another index gives another scene")
  func otherSeedOtherScene() {
    let scene = Scene(seed: 5, index: 3)
    #expect(scene != Scene(seed: 6, index: 3))
    #expect(scene != Scene(seed: 5, index: 4))
  }

  @Test(
    "Sides stay in the range asked for and scenes hold what their place needs", arguments: [1, 77])
  func everySceneCanBeComposed(seed: UInt64) {
    for index in 0..<1_500 {
      let scene = Scene(seed: seed, index: index, sides: 96...160)
      #expect((96...160).contains(scene.width), "seed \(seed), scene \(index)")
      #expect((96...160).contains(scene.height), "seed \(seed), scene \(index)")
      #expect(!scene.objects.isEmpty, "seed \(seed), scene \(index)")
      #expect((1...100).contains(scene.exposure.quality), "seed \(seed), scene \(index)")
    }
  }

  @Test("Objects are put into order by depth, equal depths in the order given")
  func depthOrdersObjects() {
    let near = SceneObject(category: .dog, depth: 1, parts: [])
    let far = SceneObject(category: .sky, depth: 9, parts: [])
    let twin = SceneObject(category: .car, depth: 1, parts: [])
    let scene = Scene(
      kind: .meadow, width: 8, height: 8, objects: [near, far, twin], exposure: .plain)
    #expect(scene.objects.map(\.category) == [.sky, .dog, .car])
  }

  @Test("All three kinds of place come about equally often")
  func kindsAreBalanced() {
    var counts: [SceneKind: Int] = [:]
    for index in 0..<3_000 {
      counts[Scene(seed: 11, index: index).kind, default: 0] += 1
    }
    for kind in SceneKind.allCases {
      #expect((900...1_100).contains(counts[kind, default: 0]), "\(kind): \(counts)")
    }
  }
}

extension Exposure {
  /// White light, no noise: painted colours come out as they are.
  static let plain = Exposure(light: Colour(0xFFFFFF), noise: 0, noiseSeed: 0, quality: 90)
}

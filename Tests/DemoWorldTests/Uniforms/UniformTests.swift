import Datasets
import DemoWorld
import Foundation
import Imaging
import OpenVocabulary
import TestSupport
import Testing

@Suite("One world in every uniform", .drawnBenchmarks)
struct UniformTests {
  let world: DrawnBenchmarks

  init() throws {
    world = try #require(DrawnBenchmarksTrait.world)
  }

  @Test(
    "Through its reader, every pixel of every scene has the class that the scene has there",
    arguments: Uniform.all)
  func labels(uniform: Uniform) throws {
    let dataset = try uniform.open(in: world)
    #expect(dataset.samples.count == DrawnBenchmarks.sceneCount)
    #expect(dataset.labelsWithoutImage == 0)
    // What has no class is background where that is one, and not scored elsewhere.
    let other = dataset.backgroundClass.map(UInt16.init) ?? LabelMap.ignored
    var labels: [SceneCategory?: UInt16] = [:]
    for (category, name) in uniform.names {
      labels[category] = UInt16(
        try #require(dataset.classList.names.firstIndex(of: name), "\(name)"))
    }
    var seen: Set<Int> = []
    for sample in dataset.samples {
      let index = try uniform.sceneIndex(sample.id)
      seen.insert(index)
      let scene = DrawnBenchmarks.scenes[index]
      let borders = scene.classMask.labels.map { $0 == RenderedScene.borderLabel }
      let truth = try sample.groundTruth(using: dataset.labelTable)
      #expect(truth.width == scene.image.width)
      #expect(truth.height == scene.image.height)
      let expected = scene.categories.map { labels[$0] ?? other }
      let differing = truth.labels.indices.count { place in
        truth.labels[place]
          != (uniform.hasBorders && borders[place] ? LabelMap.ignored : expected[place])
      }
      #expect(differing == 0, "\(sample.id), scene \(index) of seed \(DrawnBenchmarks.seed)")
    }
    #expect(seen == Set(0..<DrawnBenchmarks.sceneCount))
  }

  @Test("All readers count the same pixels of every class that they share")
  func counts() throws {
    // VOC and the demo leave out the pixels along borders, so those are left out of all counts.
    let borders = try borderPixels()
    var counts: [SceneCategory: [String: Int]] = [:]
    for uniform in Uniform.all {
      let dataset = try uniform.open(in: world)
      for sample in dataset.samples {
        let truth = try sample.groundTruth(using: dataset.labelTable)
        let onBorder = try #require(borders[uniform.sceneIndex(sample.id)])
        let seen = zip(truth.labels, onBorder).reduce(into: [UInt16: Int]()) { counts, pixel in
          if !pixel.1 { counts[pixel.0, default: 0] += 1 }
        }
        for category in uniform.categoriesWithOwnClass {
          let name = try #require(uniform.names[category])
          let label = UInt16(try #require(dataset.classList.names.firstIndex(of: name), "\(name)"))
          counts[category, default: [:]][uniform.name, default: 0] += seen[label] ?? 0
        }
      }
    }
    #expect(counts.count == SceneCategory.allCases.count)
    for (category, counted) in counts {
      #expect(counted.count >= 2, "\(category.name) is in one uniform only")
      #expect(Set(counted.values).count == 1, "\(category.name): \(counted)")
      #expect((counted.values.max() ?? 0) > 0, "\(category.name) is in no scene")
    }
    #expect(counts[.person]?.count == Uniform.all.count)
    #expect(counts[.sky]?.count == 6)
    #expect(counts[.sand]?.keys.sorted() == ["ade20k150", "coco-stuff171", "folder"])
  }

  @Test("Every uniform shows the same photos, whatever format they have")
  func images() throws {
    let first = try Uniform.all[0].open(in: world)
    let photos = try Dictionary(
      uniqueKeysWithValues: first.samples.map {
        (try Uniform.all[0].sceneIndex($0.id), try RGBImage(contentsOf: $0.image))
      })
    for uniform in Uniform.all.dropFirst() {
      for sample in try uniform.open(in: world).samples {
        let image = try RGBImage(contentsOf: sample.image)
        #expect(try image == photos[uniform.sceneIndex(sample.id)], "\(uniform.name) \(sample.id)")
      }
    }
  }

  @Test("Label maps have the benchmark's own encoding: palette or gray, 8 bits")
  func encodings() throws {
    for (path, colour) in [
      ("VOCdevkit/VOC2012/SegmentationClass/demo_000000.png", 3),
      ("VOCdevkit/VOC2010/SegmentationClassContext/demo_000000.png", 3),
      ("coco_stuff164k/annotations/val2017/000000000001.png", 0),
      ("ADEChallengeData2016/annotations/validation/ADE_val_00000001.png", 0),
    ] {
      let file = try Data(contentsOf: world.data.appending(path: path))
      // PNG's first chunk: width, height, bit depth, colour type.
      #expect(Array(file[24..<26]) == [8, UInt8(colour)], "\(path)")
    }
  }

  @Test("Label maps hold what each benchmark puts where it has no class")
  func others() throws {
    func labels(_ folder: String) throws -> Set<UInt16> {
      try world.files.filter { $0.hasPrefix(folder) && $0.hasSuffix(".png") }
        .reduce(into: []) { labels, path in
          let map = try LabelMap(contentsOf: world.data.appending(path: path))
          labels.formUnion(map.labels)
        }
    }
    let voc = try labels("VOCdevkit/VOC2012/SegmentationClass/")
    #expect(voc.isSuperset(of: [0, 255]))
    #expect(voc.subtracting([255]).allSatisfy { $0 <= 20 })
    let context = try labels("VOCdevkit/VOC2010/SegmentationClassContext/")
    #expect(context.contains(0))
    #expect(context.allSatisfy { $0 <= 59 })
    let stuff = try labels("coco_stuff164k/annotations/val2017/")
    #expect(stuff.contains(255))
    #expect(stuff.subtracting([255]).allSatisfy { $0 <= 181 })
    let cityscapes = try labels("cityscapes/gtFine/")
    #expect(cityscapes.isSuperset(of: [0, 4, 5, 6, 7, 22, 28]))
    #expect(cityscapes.allSatisfy { $0 <= 33 })
    let ade = try labels("ADEChallengeData2016/annotations/")
    #expect(ade.isSuperset(of: [0, 127]))
    #expect(ade.allSatisfy { $0 <= 150 })
  }

  /// For each scene, whether VOC leaves out a pixel.
  private func borderPixels() throws -> [Int: [Bool]] {
    let voc = try #require(Uniform.all.first { $0.name == "voc21" })
    let dataset = try voc.open(in: world)
    return try Dictionary(
      uniqueKeysWithValues: dataset.samples.map { sample in
        let truth = try sample.groundTruth(using: dataset.labelTable)
        return (try voc.sceneIndex(sample.id), truth.labels.map { $0 == LabelMap.ignored })
      })
  }
}

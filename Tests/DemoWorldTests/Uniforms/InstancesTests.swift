import Datasets
import Foundation
import TestSupport
import Testing

@testable import DemoWorld

@Suite("COCO's instances of the drawn world", .drawnBenchmarks)
struct InstancesTests {
  /// The file as its form is published.
  struct Document: Decodable {
    struct Info: Decodable {
      let description: String
    }

    struct Image: Decodable {
      let id: Int
      let fileName: String
      let width: Int
      let height: Int
    }

    struct Category: Decodable {
      let id: Int
      let name: String
    }

    struct Annotation: Decodable {
      let id: Int
      let imageId: Int
      let categoryId: Int
      let iscrowd: Int
      let area: Double
      let bbox: [Double]
      let segmentation: Segmentation
    }

    enum Segmentation: Decodable {
      case polygons([[Int]])
      case runs(Runs)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let polygons = try? container.decode([[Int]].self) {
          self = .polygons(polygons)
        } else {
          self = .runs(try container.decode(Runs.self))
        }
      }
    }

    struct Runs: Decodable {
      let counts: [Int]
      let size: [Int]
    }

    let info: Info
    let images: [Image]
    let annotations: [Annotation]
    let categories: [Category]
  }

  let world: DrawnBenchmarks
  let document: Document

  init() throws {
    world = try #require(DrawnBenchmarksTrait.world)
    let file = world.data.appending(path: "coco_stuff164k/annotations/instances_val2017.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    document = try decoder.decode(Document.self, from: Data(contentsOf: file))
  }

  /// The category of the drawn world that an id stands for, by its name in the file.
  private func category(_ id: Int) throws -> SceneCategory {
    let name = try #require(document.categories.first { $0.id == id }).name
    return try #require(SceneCategory.allCases.first { $0.name == name }, "\(name)")
  }

  /// The pixels of an annotation, each polygon's by the even-odd rule.
  private func pixels(_ annotation: Document.Annotation) throws -> PixelSet {
    let image = try #require(document.images.first { $0.id == annotation.imageId })
    var set = PixelSet(width: image.width, height: image.height)
    switch annotation.segmentation {
    case .polygons(let polygons):
      for polygon in polygons {
        let corners = stride(from: 0, to: polygon.count, by: 2).map {
          (polygon[$0], polygon[$0 + 1])
        }
        set.formUnion(
          PixelSetTests.fill(
            corners.map { (x: $0.0, y: $0.1) }, width: image.width, height: image.height))
      }
    case .runs(let runs):
      #expect(runs.size == [image.height, image.width])
      #expect(runs.counts.reduce(0, +) == image.width * image.height)
      var place = 0
      for (index, count) in runs.counts.enumerated() {
        for pixel in place..<place + count where !index.isMultiple(of: 2) {
          set[pixel / image.height, pixel % image.height] = true
        }
        place += count
      }
    }
    return set
  }

  @Test("Images and categories are COCO's, and the file says that it is drawn")
  func head() {
    #expect(document.info.description == "DEMO: 12 scenes of seed 7")
    #expect(document.images.map(\.id) == Array(1...12))
    #expect(document.images.map(\.fileName).last == "000000000012.jpg")
    for image in document.images {
      let scene = DrawnBenchmarks.scenes[image.id - 1].scene
      #expect(image.width == scene.width)
      #expect(image.height == scene.height)
    }
    #expect(document.categories.count == 80)
    #expect(document.categories.last?.id == 90)
    #expect(document.categories.last?.name == "toothbrush")
  }

  @Test("Members come in the order of the published files")
  func order() throws {
    let file = world.data.appending(path: "coco_stuff164k/annotations/instances_val2017.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let places = try ["info", "licenses", "images", "annotations", "categories"].map {
      try #require(text.firstRange(of: "\"\($0)\": ")).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test("Areas and boxes are those of the pixels, and ids are counted from 1")
  func measures() throws {
    #expect(document.annotations.map(\.id) == Array(1...document.annotations.count))
    for annotation in document.annotations {
      let pixels = try pixels(annotation)
      let bounds = try #require(pixels.bounds)
      #expect(annotation.area == Double(pixels.count), "annotation \(annotation.id)")
      #expect(
        annotation.bbox == [
          Double(bounds.columns.lowerBound), Double(bounds.rows.lowerBound),
          Double(bounds.columns.count), Double(bounds.rows.count),
        ], "annotation \(annotation.id)")
    }
  }

  @Test(
    "A class's instances are its pixels in the label map, but where another thing stands before")
  func instancesAgreeWithLabels() throws {
    var overlaps = 0
    for image in document.images {
      let scene = DrawnBenchmarks.scenes[image.id - 1]
      let categories = scene.categories
      var regions: [SceneCategory: PixelSet] = [:]
      for annotation in document.annotations where annotation.imageId == image.id {
        regions[
          try category(annotation.categoryId),
          default: PixelSet(width: image.width, height: image.height)
        ].formUnion(try pixels(annotation))
      }
      let things = COCOCategory.ids.keys
      #expect(Set(regions.keys) == Set(categories.compactMap(\.self)).intersection(things))
      for (category, region) in regions {
        for (place, shown) in categories.enumerated() {
          let isOtherThing = shown.map { $0 != category && things.contains($0) } ?? false
          if isOtherThing {
            overlaps += region.members[place] ? 1 : 0
          } else if region.members[place] != (shown == category) {
            Issue.record("\(category) in image \(image.id), pixel \(place)")
          }
        }
      }
    }
    #expect(overlaps > 0, "no two classes overlap")
  }

  @Test("Through the reader of instances, regions are the pixels that the scene has there")
  func reader() throws {
    let folder = world.data.appending(path: "coco_stuff164k")
    let instances = try COCOInstances(
      contentsOf: folder.appending(path: "annotations/instances_val2017.json"), crowds: .foreground)
    for image in document.images {
      let id = String(image.fileName.dropLast(".jpg".count))
      let sample = Sample(
        id: id, image: folder.appending(path: "images/val2017/\(image.fileName)"),
        label: folder.appending(path: "annotations/val2017/\(id).png"))
      var expected: [SceneCategory: PixelSet] = [:]
      for instance in DrawnBenchmarks.scenes[image.id - 1].instances(of: Set(COCOCategory.ids.keys))
      {
        expected[
          instance.category, default: PixelSet(width: image.width, height: image.height)
        ].formUnion(instance.pixels)
      }
      let regions = try instances.regions(of: sample)
      #expect(regions.count == expected.count, "image \(image.id)")
      for region in regions {
        let name = instances.classNames[region.classID]
        let category = try #require(SceneCategory.allCases.first { $0.name == name }, "\(name)")
        #expect(region.inside.pixels == expected[category]?.members, "\(name) in image \(image.id)")
        #expect(region.void.count == 0)
      }
    }
  }

  @Test("Three of a kind are one crowd, stated by runs, and everything else polygons")
  func crowds() throws {
    for annotation in document.annotations {
      switch annotation.segmentation {
      case .polygons(let polygons):
        #expect(annotation.iscrowd == 0)
        #expect(polygons.allSatisfy { $0.count >= 8 && $0.count.isMultiple(of: 2) })
      case .runs: #expect(annotation.iscrowd == 1)
      }
    }
    let crowds = document.annotations.filter { $0.iscrowd == 1 }
    #expect(!crowds.isEmpty)
    for crowd in crowds {
      let others = document.annotations.filter {
        $0.imageId == crowd.imageId && $0.categoryId == crowd.categoryId
      }
      #expect(others.count == 1)
    }
  }

  @Test("The scenes that are drawn by default have a crowd, overlaps, and every category")
  func defaultScenes() {
    let writer = DemoWorldWriter.benchmarks
    var crowds = 0
    var overlaps = 0
    var seen: Set<SceneCategory> = []
    for index in 0..<writer.sceneCount {
      let scene = RenderedScene(Scene(seed: writer.seed, index: index, sides: writer.sides))
      seen.formUnion(scene.visibleCategories)
      let instances = scene.instances(of: Set(COCOCategory.ids.keys))
      let groups = Dictionary(grouping: instances, by: \.category)
      crowds += groups.values.count { $0.count >= COCOInstancesFile.crowdCount }
      let areas = instances.map(\.pixels.count).reduce(0, +)
      var union = PixelSet(width: scene.scene.width, height: scene.scene.height)
      for instance in instances { union.formUnion(instance.pixels) }
      overlaps += areas - union.count
    }
    #expect(seen == Set(SceneCategory.allCases))
    #expect(crowds > 0)
    #expect(overlaps > 0)
    print("default scenes: \(crowds) crowds, \(overlaps) pixels in two instances or more")
  }
}

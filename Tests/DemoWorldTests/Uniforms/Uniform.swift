import Datasets
import DemoWorld
import Foundation
import OpenVocabulary
import TestSupport
import Testing

/// One way to read the drawn scenes, and by what names it knows them.
struct Uniform: CustomTestStringConvertible, Sendable {
  /// What is read; `nil` for the demo's own classes in a folder.
  let benchmark: Benchmark?

  /// The names of the categories that it has a class for, as its list of classes has them.
  let names: [SceneCategory: String]

  /// Whether pixels on either side of a border between two objects are left out.
  var hasBorders = false

  /// The number of the scene that a sample shows.
  let sceneIndex: @Sendable (_ id: String) throws -> Int

  var name: String { benchmark?.name ?? "folder" }

  var testDescription: String { name }

  /// Opens the data set with its own names of classes.
  func open(in world: DrawnBenchmarks) throws -> Dataset {
    guard let benchmark else { return try Self.ownReader(of: world).read() }
    let list = benchmark.name == "cityscapes" ? "cityscapes19" : benchmark.name
    let classList = try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/\(list).txt"))
    return try BenchmarkReader(benchmark, root: world.data, classList: classList).read()
  }

  private static func ownReader(of world: DrawnBenchmarks) throws -> FolderReader {
    FolderReader(
      name: "own", images: world.own.appending(path: "JPEGImages"),
      labels: world.own.appending(path: "SegmentationClass"),
      classList: try ClassList(contentsOf: world.own.appending(path: "classes.txt")),
      labelMap: (1...18).map { LabelTable.Entry(raw: $0, trainID: $0 - 1) },
      ignoredLabels: [0, 255])
  }

  /// The categories that have a class which is theirs alone.
  var categoriesWithOwnClass: [SceneCategory] {
    SceneCategory.allCases.filter { category in
      names[category] != nil && names.values.count { $0 == names[category] } == 1
    }
  }
}

extension Uniform {
  static let all = [
    voc(.voc20), voc(.voc21), context(.context59), context(.context60), cocoStuff, cocoObject,
    cityscapes, ade20k, folder,
  ]

  private static let things: [SceneCategory: String] = [
    .person: "person", .car: "car", .bus: "bus", .boat: "boat", .bird: "bird", .dog: "dog",
    .sheep: "sheep",
  ]

  private static func voc(_ benchmark: Benchmark) -> Uniform {
    Uniform(
      benchmark: benchmark, names: things, hasBorders: true,
      sceneIndex: { try number($0, after: "demo_") })
  }

  private static func context(_ benchmark: Benchmark) -> Uniform {
    Uniform(
      benchmark: benchmark,
      names: things.merging([
        .sky: "sky", .mountain: "mountain", .water: "water", .grass: "grass", .road: "road",
        .sidewalk: "sidewalk", .building: "building", .fence: "fence", .tree: "tree",
        .rock: "rock",
      ]) { first, _ in first },
      sceneIndex: { try number($0, after: "demo_") })
  }

  private static let cocoStuff = Uniform(
    benchmark: .cocoStuff171,
    names: things.merging([
      .sky: "sky-other", .mountain: "mountain", .water: "water-other", .sand: "sand",
      .grass: "grass", .road: "road", .sidewalk: "pavement", .building: "building-other",
      .fence: "fence", .tree: "tree", .rock: "rock",
    ]) { first, _ in first },
    sceneIndex: { try number($0, after: "") - 1 })

  private static let cocoObject = Uniform(
    benchmark: .cocoObject81, names: things, sceneIndex: { try number($0, after: "") - 1 })

  private static let cityscapes = Uniform(
    benchmark: .cityscapes,
    names: [
      .road: "road", .sidewalk: "sidewalk", .building: "building", .fence: "fence",
      .tree: "vegetation", .grass: "terrain", .sand: "terrain", .sky: "sky", .person: "person",
      .car: "car", .bus: "bus",
    ],
    sceneIndex: { id in
      let parts = id.split(separator: "_")
      return try number(parts.count == 3 ? String(parts[1]) : id, after: "")
    })

  private static let ade20k = Uniform(
    benchmark: .ade20k150,
    names: [
      .sky: "sky", .mountain: "mountain", .water: "water", .sand: "sand", .grass: "grass",
      .road: "road", .sidewalk: "sidewalk", .building: "building", .fence: "fence", .tree: "tree",
      .rock: "rock", .person: "person", .car: "car", .bus: "bus", .boat: "boat", .bird: "animal",
      .dog: "animal", .sheep: "animal",
    ],
    sceneIndex: { try number($0, after: "ADE_val_") - 1 })

  private static let folder = Uniform(
    benchmark: nil,
    names: Dictionary(uniqueKeysWithValues: SceneCategory.allCases.map { ($0, $0.name) }),
    hasBorders: true, sceneIndex: { try number($0, after: "demo_") })

  private static func number(_ id: String, after prefix: String) throws -> Int {
    try #require(
      id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil, "\(id) names no scene")
  }
}

import Datasets
import DemoWorld
import Foundation
import OpenVocabulary
import TestSupport
import Testing

/// One way to read the drawn scenes, and by what names it knows them.
struct Uniform: CustomTestStringConvertible, Sendable {
  /// The name of the benchmark, which is that of its list of classes.
  let name: String

  /// The names of the categories that it has a class for, as its list of classes has them.
  let names: [SceneCategory: String]

  /// Whether pixels on either side of a border between two objects are left out.
  var hasBorders = false

  /// The reader of its files.
  let reader: @Sendable (DrawnBenchmarks, ClassList) -> any DatasetReader

  /// The number of the scene that a sample shows.
  let sceneIndex: @Sendable (_ id: String) throws -> Int

  var testDescription: String { name }

  /// Opens the data set with its own names of classes.
  func open(in world: DrawnBenchmarks) throws -> Dataset {
    let list =
      name == "folder"
      ? world.own.appending(path: "classes.txt")
      : SharedData.packageRoot.appending(path: "Datasets/classes/\(name).txt")
    return try reader(world, ClassList(contentsOf: list)).read()
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
    voc(.voc20), voc(.voc21), context(.context59), context(.context60),
    cocoStuff, cocoObject, cityscapes, ade20k, folder,
  ]

  private static let things: [SceneCategory: String] = [
    .person: "person", .car: "car", .bus: "bus", .boat: "boat", .bird: "bird", .dog: "dog",
    .sheep: "sheep",
  ]

  private static func voc(_ benchmark: Benchmark) -> Uniform {
    Uniform(
      name: benchmark.name, names: things, hasBorders: true,
      reader: { BenchmarkReader(benchmark, root: $0.data, classList: $1) },
      sceneIndex: { try number($0, after: "demo_") })
  }

  private static func context(_ benchmark: Benchmark) -> Uniform {
    Uniform(
      name: benchmark.name,
      names: things.merging([
        .sky: "sky", .mountain: "mountain", .water: "water", .grass: "grass", .road: "road",
        .sidewalk: "sidewalk", .building: "building", .fence: "fence", .tree: "tree",
        .rock: "rock",
      ]) { first, _ in first },
      reader: { BenchmarkReader(benchmark, root: $0.data, classList: $1) },
      sceneIndex: { try number($0, after: "demo_") })
  }

  private static let cocoStuff = Uniform(
    name: "coco-stuff171",
    names: things.merging([
      .sky: "sky-other", .mountain: "mountain", .water: "water-other", .sand: "sand",
      .grass: "grass", .road: "road", .sidewalk: "pavement", .building: "building-other",
      .fence: "fence", .tree: "tree", .rock: "rock",
    ]) { first, _ in first },
    reader: { BenchmarkReader(.cocoStuff171, root: $0.data, classList: $1) },
    sceneIndex: { try number($0, after: "") - 1 })

  private static let cocoObject = Uniform(
    name: "coco-object81", names: things,
    reader: { BenchmarkReader(.cocoObject81, root: $0.data, classList: $1) },
    sceneIndex: { try number($0, after: "") - 1 })

  private static let cityscapes = Uniform(
    name: "cityscapes19",
    names: [
      .road: "road", .sidewalk: "sidewalk", .building: "building", .fence: "fence",
      .tree: "vegetation", .grass: "terrain", .sand: "terrain", .sky: "sky", .person: "person",
      .car: "car", .bus: "bus",
    ],
    reader: { BenchmarkReader(.cityscapes, root: $0.data, classList: $1) },
    sceneIndex: { id in
      let parts = id.split(separator: "_")
      return try number(parts.count == 3 ? String(parts[1]) : id, after: "")
    })

  private static let ade20k = Uniform(
    name: "ade20k150",
    names: [
      .sky: "sky", .mountain: "mountain", .water: "water", .sand: "sand", .grass: "grass",
      .road: "road", .sidewalk: "sidewalk", .building: "building", .fence: "fence", .tree: "tree",
      .rock: "rock", .person: "person", .car: "car", .bus: "bus", .boat: "boat", .bird: "animal",
      .dog: "animal", .sheep: "animal",
    ],
    reader: { BenchmarkReader(.ade20k150, root: $0.data, classList: $1) },
    sceneIndex: { try number($0, after: "ADE_val_") - 1 })

  private static let folder = Uniform(
    name: "folder",
    names: Dictionary(uniqueKeysWithValues: SceneCategory.allCases.map { ($0, $0.name) }),
    hasBorders: true,
    reader: { world, classList in
      var reader = FolderReader(
        name: "own", images: world.own.appending(path: "JPEGImages"),
        labels: world.own.appending(path: "SegmentationClass"), classList: classList)
      reader.labelMap = (1...18).map { LabelTable.Entry(raw: $0, trainID: $0 - 1) }
      reader.ignoredLabels = [0, 255]
      return reader
    },
    sceneIndex: { try number($0, after: "demo_") })

  private static func number(_ id: String, after prefix: String) throws -> Int {
    try #require(
      id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil, "\(id) names no scene")
  }
}

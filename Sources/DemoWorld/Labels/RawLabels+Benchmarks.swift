// Numbers in these tables are stated here and not taken from the readers, which they test.

extension RawLabels {
  /// The demo's own: a category's place in `SceneCategory.allCases` counted from 1.
  static let demo = RawLabels(
    Dictionary(uniqueKeysWithValues: SceneCategory.allCases.map { ($0, UInt16($0.rawValue + 1)) }),
    other: 0)

  /// PASCAL VOC 2012: the objects; everything else is background, 0.
  static let pascalVOC = RawLabels(
    [.bird: 3, .boat: 4, .bus: 6, .car: 7, .dog: 12, .person: 15, .sheep: 17], other: 0)

  /// PASCAL Context's 59 classes, among which sand is not: it is background, 0.
  static let pascalContext = RawLabels(
    [
      .bird: 7, .boat: 8, .building: 11, .bus: 12, .car: 14, .dog: 23, .fence: 25, .grass: 29,
      .mountain: 35, .person: 37, .road: 41, .rock: 42, .sheep: 43, .sidewalk: 45, .sky: 47,
      .tree: 53, .water: 57,
    ], other: 0)

  /// COCO's category ids less one; the sun is not annotated, 255.
  ///
  /// A building is `building-other`, a sidewalk `pavement`, the sky `sky-other`, and water
  /// `water-other`.
  static let cocoStuff = RawLabels(
    [
      .person: 0, .car: 2, .bus: 5, .boat: 8, .bird: 15, .dog: 17, .sheep: 19, .building: 95,
      .fence: 112, .grass: 123, .mountain: 134, .sidewalk: 139, .road: 148, .rock: 149, .sand: 153,
      .sky: 156, .tree: 168, .water: 177,
    ], other: 255)

  /// Cityscapes' label ids; the sun is unlabeled, 0.
  ///
  /// Grass and sand are both `terrain`, a tree is `vegetation`. What Cityscapes has no class for, it
  /// puts with the things that are not scored: what moves or can be moved is `dynamic`, what stands is
  /// `static`, and water is `ground`.
  static let cityscapes = RawLabels(
    [
      .mountain: 4, .rock: 4, .boat: 5, .bird: 5, .dog: 5, .sheep: 5, .water: 6, .road: 7,
      .sidewalk: 8, .building: 11, .fence: 13, .tree: 21, .grass: 22, .sand: 22, .sky: 23,
      .person: 24, .car: 26, .bus: 28,
    ], other: 0)

  /// ADE20K's 150 classes; the sun is other, 0, and bird, dog and sheep are all `animal`.
  static let ade20k = RawLabels(
    [
      .building: 2, .sky: 3, .tree: 5, .road: 7, .grass: 10, .sidewalk: 12, .person: 13,
      .mountain: 17, .car: 21, .water: 22, .fence: 33, .rock: 35, .sand: 47, .boat: 77, .bus: 81,
      .bird: 127, .dog: 127, .sheep: 127,
    ], other: 0)
}

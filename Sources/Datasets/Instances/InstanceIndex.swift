/// What a file of COCO's instance annotations holds and where, without the shapes themselves.
struct InstanceIndex: Sendable {
  /// One image.
  struct Image: Sendable {
    /// The image's path without its suffix, by which data sets name it.
    let name: String

    /// How the path ends, for example `.jpg`.
    let suffix: String

    let id: Int
    let width: Int32
    let height: Int32

    /// The part of the data set that the file says it belongs to.
    let split: String?

    /// The positions of its annotations, in the order of the file.
    var annotations: Range<Int32> = 0..<0
  }

  /// One category.
  struct Category: Sendable {
    let id: Int
    let name: String
  }

  /// One annotation.
  ///
  /// There may be a million, so it has no more than 24 bytes.
  struct Annotation: Sendable {
    let imageID: Int

    /// Where the annotation begins in the file.
    let start: Int

    /// How many bytes it has.
    let length: UInt32

    /// The position of its category among ``InstanceIndex/categories``.
    var category: UInt16

    let isCrowd: Bool

    /// Where the annotation lies in the file.
    var bytes: Range<Int> { start..<(start + Int(length)) }
  }

  /// The images, in the byte order of their names.
  let images: [Image]

  /// The categories, in ascending order of their ids, which is that of the classes.
  let categories: [Category]

  /// The annotations, those of an image together.
  let annotations: [Annotation]

  /// The image of a name; `nil` where there is none.
  ///
  /// - Complexity: O(log images).
  func image(named name: String) -> Image? {
    var candidates = images[...]
    while let middle = candidates.dropFirst(candidates.count / 2).first {
      if middle.name.utf8.elementsEqual(name.utf8) { return middle }
      let half = candidates.startIndex + candidates.count / 2
      candidates =
        middle.name.utf8.lexicographicallyPrecedes(name.utf8)
        ? candidates[(half + 1)...] : candidates[..<half]
    }
    return nil
  }

  /// The annotations of an image.
  func annotations(of image: Image) -> ArraySlice<Annotation> {
    annotations[Int(image.annotations.lowerBound)..<Int(image.annotations.upperBound)]
  }

  /// The classes of which an image has annotations, ascending.
  func classes(of image: Image) -> [Int] {
    Set(annotations(of: image).map(\.category)).sorted().map(Int.init)
  }
}

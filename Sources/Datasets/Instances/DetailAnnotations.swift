public import Foundation
public import Imaging

/// The labels of PASCAL Context in the corrected edition *PASCAL in Detail*, `trainval_merged.json`, from
/// which the index PNGs that most people have were converted.
///
/// The file holds run lengths of things and stuff with PASCAL Context's original numbers, 1 to 459;
/// converters expect only the 59 that are scored. Pixels without an annotation are 0. It is read once
/// from front to back for what lies where, and run lengths are read when an image is asked for. Values
/// can be shared by threads.
public struct DetailAnnotations: Sendable {
  private let annotations: AnnotationFile

  /// The file.
  public var file: URL { annotations.url }

  /// Reads what lies where in a file.
  ///
  /// - Throws: ``DatasetError/unreadableFile(_:reason:)``, and
  ///   ``DatasetError/malformedFile(_:format:place:got:expected:)`` with the byte where the file is no
  ///   JSON, lacks a key, states an id twice, or has an annotation of an unknown image or category.
  /// - Complexity: O(bytes) time; 24 bytes of memory an annotation and about 100 an image.
  public init(contentsOf file: URL) throws(DatasetError) {
    annotations = try AnnotationFile(contentsOf: file, keys: .detail)
    for category in annotations.index.categories
    where !(0..<Int(LabelMap.ignored)).contains(category.id) {
      throw .malformedFile(
        file, format: AnnotationKeys.detail.format, place: "`categories`",
        got: "the category \(category.id)", expected: "0 to 459, PASCAL Context's numbers")
    }
  }

  /// The splits, in byte order; in the published file `train` and `val`.
  public var splits: [String] {
    Array(Set(annotations.index.images.compactMap(\.split))).sortedByBytes()
  }

  /// The names of the images of a split, `2008_000002` and so on, in byte order.
  ///
  /// - Parameter split: `train`, with 4,996 images, or `val`, with 5,104; the original labels have two
  ///   and one more.
  /// - Returns: The names; none where the file has no such split.
  public func images(ofSplit split: String) -> [String] {
    annotations.index.images.filter { $0.split == split }.map(\.name)
  }

  /// The original labels of an image: of two annotations over each other the later one, and 0 where there
  /// is none.
  ///
  /// They are numbers of ``LabelTable/originalContext59`` and ``LabelTable/originalContext60``.
  ///
  /// - Parameter name: The name of the image, `2008_000002`.
  /// - Returns: The labels, of the size that the file states.
  /// - Throws: ``DatasetError/unknownSample(_:dataset:split:suggestion:)``, and
  ///   ``DatasetError/malformedFile(_:format:place:got:expected:)`` with the annotation's id and the byte
  ///   where run lengths are none, or not of the image's size.
  public func labelMap(ofImage name: String) throws(DatasetError) -> LabelMap {
    let image = try annotations.image(named: name)
    let (width, height) = (Int(image.width), Int(image.height))
    var map = LabelMap(
      width: width, height: height, labels: Array(repeating: 0, count: width * height))
    for annotation in annotations.index.annotations(of: image) {
      var mask = PixelMask(width: width, height: height)
      try annotations.fill(&mask, with: annotation)
      map.paint(UInt16(annotations.index.categories[Int(annotation.category)].id), on: mask)
    }
    return map
  }
}

extension LabelMap {
  fileprivate mutating func paint(_ label: UInt16, on mask: PixelMask) {
    var labels = labels.mutableSpan
    let isInside = mask.pixels.span
    for pixel in 0..<labels.count where isInside[pixel] { labels[pixel] = label }
  }
}

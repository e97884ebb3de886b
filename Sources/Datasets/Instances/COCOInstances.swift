public import Foundation

/// COCO's instance annotations, Lin and others (ECCV 2014): for each image the outlines of things of 80
/// categories, as in `instances_val2017.json`.
///
/// The file is read once from front to back for what lies where; shapes are read when an image is asked
/// for, so that memory is bounded by the number of annotations and not by the half gigabyte that their
/// outlines are. Values can be shared by threads.
///
/// Classes are the categories in ascending order of their ids. Things of different classes may overlap.
public struct COCOInstances: RegionSource {
  /// What the pixels of a crowd are, of which COCO says that they show things of a class, but not which
  /// pixel shows one.
  public enum CrowdRule: String, Sendable, Codable, CaseIterable {
    /// Void for the class of the crowd, save for pixels of its single things; outside of others.
    case void

    /// Inside, as pixels of single things are.
    case foreground

    /// Outside, as if the annotation were not there.
    case drop
  }

  /// The file.
  public var file: URL { annotations.url }

  /// What the pixels of a crowd are.
  public var crowds: CrowdRule

  /// The names of the classes that the file states.
  public var classNames: [String] { index.categories.map(\.name) }

  /// What lies where.
  var index: InstanceIndex { annotations.index }

  private let annotations: AnnotationFile

  /// Reads what lies where in a file.
  ///
  /// - Parameters:
  ///   - file: The annotations.
  ///   - crowds: What the pixels of a crowd are.
  /// - Throws: ``DatasetError/unreadableFile(_:reason:)``, and
  ///   ``DatasetError/malformedFile(_:format:place:got:expected:)`` with the byte where the file is no
  ///   JSON, lacks a key, states an id twice, or has an annotation of an unknown image or category.
  /// - Complexity: O(bytes) time; 24 bytes of memory an annotation and about 100 an image.
  public init(contentsOf file: URL, crowds: CrowdRule = .void) throws(DatasetError) {
    annotations = try AnnotationFile(contentsOf: file, keys: .coco)
    self.crowds = crowds
  }

  /// The classes of which the image has annotations, each with the pixels of all its things.
  ///
  /// A class of which there are only crowds has no pixel inside under ``CrowdRule/void``, and is left out
  /// under ``CrowdRule/drop``.
  ///
  /// - Throws: ``DatasetError/unknownSample(_:dataset:split:suggestion:)``, and
  ///   ``DatasetError/malformedFile(_:format:place:got:expected:)`` with the annotation's id and the byte
  ///   where a shape is none, or not of the image's size.
  public func regions(of sample: Sample) throws(DatasetError) -> [ClassRegion] {
    let image = try annotations.image(named: sample.id)
    let nothing = PixelMask(width: Int(image.width), height: Int(image.height))
    let parts = index.annotations(of: image).filter { !$0.isCrowd || crowds != .drop }
    let classes = Dictionary(grouping: parts, by: \.category).sorted { $0.key < $1.key }
    return try classes.map { category, parts throws(DatasetError) in
      var (inside, void) = (nothing, nothing)
      for part in parts where !part.isCrowd || crowds == .foreground {
        try annotations.fill(&inside, with: part)
      }
      if crowds == .void, parts.contains(where: \.isCrowd) {
        for part in parts where part.isCrowd {
          try annotations.fill(&void, with: part)
        }
        void.subtract(inside)
      }
      return ClassRegion(classID: Int(category), inside: inside, void: void)
    }
  }
}

import Metrics

/// What of a data set is drawn in one piece when its images are resampled.
public enum ImageCluster: String, Sendable, CaseIterable {
  /// Every image by itself.
  case image

  /// Images in one folder.
  case folder

  /// Images of one sequence: those whose ids are equal but for what follows the last `_`, as Cityscapes
  /// names its frames (`frankfurt_000001_005898`).
  case sequence

  /// What several of them are called.
  public var plural: String { rawValue + "s" }

  /// The units that images form.
  func units(of ids: [String]) -> ResamplingUnits {
    switch self {
    case .image: ResamplingUnits(images: ids.count)
    case .folder: ResamplingUnits(clusters: ids.map { Self.part(of: $0, before: "/") })
    case .sequence: ResamplingUnits(clusters: ids.map { Self.part(of: $0, before: "_") })
    }
  }

  /// What stands before the last of a character.
  private static func part(of id: String, before separator: Character) -> String {
    id.lastIndex(of: separator).map { String(id[..<$0]) } ?? ""
  }
}

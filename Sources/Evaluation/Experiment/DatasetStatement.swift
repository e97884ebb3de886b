import Datasets
import Foundation

/// What a configuration says about the data set.
struct DatasetStatement: Sendable {
  let kind: DatasetKind

  /// Where the kind is stated.
  let kindOrigin: SettingOrigin

  let root: Stated<URL>
  let split: String?
  let images: PathWithin?
  let labels: PathWithin?
  let imageSuffix: String?
  let labelSuffix: String?
  let list: PathWithin?
  let missingImages: MissingImages
  let classes: Stated<ResourceName>?
  let labelMap: [LabelTable.Entry]?
  let ignoredLabels: [Int]
  let backgroundLabels: [Int]

  init(_ reader: SettingReader) throws(ConfigurationError) {
    typealias Settings = DatasetSettings
    let kind = try reader.required(Settings.kind)
    self.kind = kind.value
    kindOrigin = kind.origin
    root = try reader.required(Settings.root)

    /// Reads a setting that some kinds do not have.
    func optional<Value>(
      _ setting: Setting<Value>, of kinds: [DatasetKind] = [.folder]
    ) throws(ConfigurationError) -> Stated<Value>? {
      guard let stated = try reader.optional(setting) else { return nil }
      guard kinds.contains(kind.value) else {
        throw .contradiction(
          origin: stated.origin, key: SettingPath(["dataset", setting.name]),
          problem: """
            is no setting of the kind \(kind.value.rawValue), only of \
            \(kinds.map(\.rawValue).joined(separator: ", "))
            """)
      }
      return stated
    }
    split = try optional(Settings.split, of: DatasetKind.benchmarks)?.value
    images = try optional(Settings.images, of: [.nusWide81, .folder])?.value
    missingImages = try optional(Settings.missingImages, of: [.nusWide81])?.value ?? .refuse
    labels = try optional(Settings.labels, of: [.voc20, .voc21, .folder])?.value
    imageSuffix = try optional(Settings.imageSuffix)?.value
    labelSuffix = try optional(Settings.labelSuffix)?.value
    list = try optional(Settings.list)?.value
    classes = try optional(Settings.classes)
    labelMap = try optional(Settings.labelMap)?.value
    ignoredLabels = try optional(Settings.ignoreLabel)?.value ?? []
    backgroundLabels = try optional(Settings.backgroundLabel)?.value ?? []
    if self.kind == .folder && classes == nil {
      _ = try reader.required(Settings.classes)
    }
  }
}

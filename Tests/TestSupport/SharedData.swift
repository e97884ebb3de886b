public import Foundation
public import Testing

/// The reference data that lies beside the checkout, in `../shared`, where it is present.
public enum SharedData {
  /// The folder of the package that holds this file.
  public static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the reference data, present or not.
  public static let root = packageRoot.deletingLastPathComponent().appending(path: "shared")

  /// Whether the reference data is there.
  public static let isPresent = FileManager.default.fileExists(
    atPath: root.appending(path: "golden").path(percentEncoded: false))

  /// The address of one file or folder of the reference data, for example `golden/metrics.json`.
  public static func url(_ path: String) -> URL {
    root.appending(path: path)
  }

  /// The contents of one file of the reference data.
  public static func data(_ path: String) throws -> Data {
    try Data(contentsOf: url(path))
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs a test only where the reference data of `../shared` lies beside the checkout.
  public static var requiresSharedData: Self {
    .enabled(
      if: SharedData.isPresent,
      "needs the reference data in ../shared, which is not beside this checkout")
  }
}

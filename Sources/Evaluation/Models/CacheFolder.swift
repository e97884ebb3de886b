public import Foundation

/// The folder for what is fetched once: `$SURGERYBENCH_CACHE`, else `surgerybench` in
/// `$XDG_CACHE_HOME`, else in `~/.cache`.
enum CacheFolder {
  /// The environment variable that names the folder itself.
  static let variable = "SURGERYBENCH_CACHE"

  /// Finds the folder; it need not be there.
  ///
  /// - Parameters:
  ///   - key: The setting that could be stated instead.
  ///   - surroundings: The environment.
  /// - Returns: The folder.
  /// - Throws: `ConfigurationError.undefinedVariable` where not even `HOME` is set.
  static func find(
    insteadOf key: SettingPath, in surroundings: Surroundings
  ) throws(ConfigurationError) -> URL {
    if let folder = surroundings.variable(variable) { return surroundings.file(at: folder) }
    if let caches = surroundings.variable("XDG_CACHE_HOME") {
      return surroundings.file(at: caches).appending(path: "surgerybench")
    }
    guard let home = surroundings.variable("HOME") else {
      throw .undefinedVariable(
        origin: .standard, key: key, variable: "HOME",
        hint: "It names the folder in which the cache folder lies; or state `\(key)`.")
    }
    return surroundings.file(at: home).appending(path: ".cache/surgerybench")
  }
}

extension KnownCheckpoint {
  /// Where the checkpoint lies once it is fetched: `models/FILE` in the cache folder.
  ///
  /// - Throws: `ConfigurationError.undefinedVariable` where no variable names the cache folder.
  public func cachedFile(in surroundings: Surroundings) throws(ConfigurationError) -> URL {
    try CacheFolder.find(insteadOf: "model.checkpoint", in: surroundings)
      .appending(path: "models").appending(path: fileName)
  }
}

import Foundation
import TestSupport

@testable import Evaluation

/// A folder in which configurations are written and read, with an environment of its own.
struct ConfigurationSandbox {
  let folder: TemporaryFolder
  var surroundings: Surroundings

  init(environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    surroundings = Surroundings(
      environment: environment.merging(
        [ResourceLocator.homeVariable: SharedData.packageRoot.path]) { $1 },
      workingDirectory: folder.url)
  }

  /// Reads a configuration with the given text.
  func document(
    _ text: String, set overrides: [String] = []
  ) throws(ConfigurationError) -> ConfigurationDocument {
    try document("experiment.json", of: ["experiment.json": text], set: overrides)
  }

  /// Reads one of several files.
  func document(
    _ name: String, of files: [String: String], set overrides: [String] = []
  ) throws(ConfigurationError) -> ConfigurationDocument {
    for (path, text) in files {
      do {
        try folder.write(text, to: path)
      } catch {
        preconditionFailure("The test's own file \(path) cannot be written: \(error)")
      }
    }
    var parsed: [ConfigurationOverride] = []
    for override in overrides { parsed.append(try ConfigurationOverride(parsing: override)) }
    return try ConfigurationDocument(
      contentsOf: surroundings.file(at: name), overrides: parsed, in: surroundings)
  }

  /// What is said about a configuration that cannot be read; empty where it can.
  func complaint(_ text: String, set overrides: [String] = []) -> String {
    do throws(ConfigurationError) {
      _ = try document(text, set: overrides)
      return ""
    } catch {
      return error.description
    }
  }
}

extension ConfigurationDocument {
  /// The listing's line of a setting, as `value (origin)`.
  func line(_ key: SettingPath) throws -> String? {
    try rows.first { $0.key == key }.map { "\($0.value) (\($0.origin))" }
  }
}

public import Foundation
import OpenVocabulary

/// Finds the plain files that come with the program: experiments, suites of them, protocol presets,
/// tables of published numbers, class lists, prompt templates.
///
/// They are looked for from the working directory upward, then under the folder that the environment
/// variable `SURGERYBENCH_HOME` names, then in the share folder of an installation.
public struct ResourceLocator: Sendable {
  /// A kind of file that comes with the program.
  public enum Kind: Sendable {
    /// Experiments, `Configs/NAME.json`.
    case experiments
    /// Protocol presets, `Configs/protocols/NAME.json`.
    case protocols
    /// Published numbers in their tables, `Configs/tables/NAME.json`.
    case tables
    /// Lists of experiments, `Configs/suites/NAME.json`.
    case suites
    /// Class lists, `Datasets/classes/NAME.txt`.
    case classes
    /// Prompt templates, `Datasets/templates/NAME.txt`.
    case templates
    /// The shipped weights, `Datasets/Demo/model/NAME.safetensors`.
    case demoModel
  }

  /// The environment variable that names a folder to look in.
  public static let homeVariable = "SURGERYBENCH_HOME"

  private let surroundings: Surroundings

  /// Creates a locator for the given surroundings.
  public init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
  }

  /// The folders that resources are looked for under, in order.
  public var folders: [URL] {
    var folders: [URL] = []
    var folder = surroundings.workingDirectory
    while true {
      folders.append(folder)
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { break }
      folder = parent
    }
    if let home = surroundings.variable(Self.homeVariable) {
      folders.append(surroundings.file(at: home))
    }
    if let executable = surroundings.executable {
      folders.append(
        executable.deletingLastPathComponent().following("../share/surgerybench"))
    }
    return folders
  }

  /// The file of a resource; `nil` where there is none of that name.
  public func find(_ kind: Kind, _ name: String) -> URL? {
    candidates(kind, name).first { FilePresence(at: $0) == .file }
  }

  /// The file that a person names: a path first, then the name of a resource.
  ///
  /// - Throws: `ConfigurationError.notFound` with every place that was looked at.
  public func locate(
    _ kind: Kind, _ name: String, statedAt origin: SettingOrigin
  ) throws(ConfigurationError) -> URL {
    let path = surroundings.file(at: name)
    if FilePresence(at: path) == .file { return path }
    if let found = find(kind, name) { return found }
    throw notFound(kind, name, including: [path], statedAt: origin)
  }

  /// The names of all resources of a kind, sorted.
  public func names(of kind: Kind) -> [String] {
    var names: Set<String> = []
    for folder in folders {
      let files = try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: kind.folder).resolvingSymlinksInPath(),
        includingPropertiesForKeys: nil)
      for file in files ?? [] where file.pathExtension == kind.suffix {
        names.insert(file.deletingPathExtension().lastPathComponent)
      }
    }
    return names.sorted()
  }

  /// The complaint that there is no such resource.
  func notFound(
    _ kind: Kind, _ name: String, including paths: [URL] = [], statedAt origin: SettingOrigin
  ) -> ConfigurationError {
    let known = names(of: kind)
    var hint: String?
    let stem =
      name.hasSuffix("." + kind.suffix) ? String(name.dropLast(kind.suffix.count + 1)) : name
    if let suggestion = NameSuggestion.nearest(to: stem, among: known) {
      hint = "Did you mean \(suggestion)?"
    } else if !known.isEmpty {
      hint = "There are: \(known.joined(separator: ", "))"
    }
    let looked = paths + candidates(kind, name)
    return .notFound(
      origin: origin, what: kind.what, name: name, looked: looked.map(surroundings.displayName),
      hint: hint)
  }

  /// Every path that a resource of that name may have, in the order in which they are tried.
  private func candidates(_ kind: Kind, _ name: String) -> [URL] {
    let fileName = name.hasSuffix("." + kind.suffix) ? name : "\(name).\(kind.suffix)"
    return folders.map { folder in
      folder.appending(path: kind.folder).appending(path: fileName)
    }
  }
}

extension ResourceLocator.Kind {
  /// The folder of such files, relative to each of the locator's folders.
  var folder: String {
    switch self {
    case .experiments: "Configs"
    case .protocols: "Configs/protocols"
    case .tables: "Configs/tables"
    case .suites: "Configs/suites"
    case .classes: "Datasets/classes"
    case .templates: "Datasets/templates"
    case .demoModel: "Datasets/Demo/model"
    }
  }

  /// The end of such a file's name.
  var suffix: String {
    switch self {
    case .experiments, .protocols, .tables, .suites: "json"
    case .classes, .templates: "txt"
    case .demoModel: "safetensors"
    }
  }

  /// What such a file is called in messages.
  var what: String {
    switch self {
    case .experiments: "configuration"
    case .protocols: "protocol preset"
    case .tables: "file of tables"
    case .suites: "suite"
    case .classes: "class list"
    case .templates: "list of prompt templates"
    case .demoModel: "file of weights"
    }
  }
}

import Foundation

/// Reads a file of settings and the files that it extends.
struct ConfigurationLoader {
  /// The key that names other files to start from.
  static let extends = Setting<[URL]>(
    "extends", .oneOrMore(.path),
    "files whose settings apply where this one states none; later ones win over earlier ones")

  /// The largest file that is read; whatever is larger is no configuration.
  static let largestFile = 4 << 20

  let schema: SettingSchema
  let surroundings: Surroundings

  /// Reads a file, laid over those that it extends.
  ///
  /// - Throws: `ConfigurationError` where a file cannot be read, is not JSON, or extends itself.
  func load(_ file: URL) throws(ConfigurationError) -> ConfigurationValue {
    try load(file, extendedBy: [])
  }

  private func load(
    _ file: URL, extendedBy chain: [ConfigurationSource]
  ) throws(ConfigurationError) -> ConfigurationValue {
    let source = ConfigurationSource(file: file, in: surroundings)
    let root = try ConfigurationParser(source: source).parse(try text(of: source))
    guard let members = root.members else {
      throw .malformed(origin: root.origin, problem: "expected an object, got \(root.summary)")
    }
    let statement = ConfigurationValue(
      .object(members.filter { $0.name != Self.extends.name }), from: root.origin)
    guard let bases = root[Self.extends.name] else { return statement }

    let context = SettingContext(
      key: SettingPath([Self.extends.name]), surroundings: surroundings)
    var composed = ConfigurationValue(.object([]), from: root.origin)
    for base in try Self.extends.type.read(bases, context) {
      let baseSource = ConfigurationSource(file: base, in: surroundings)
      let visited = chain + [source]
      if let start = visited.firstIndex(where: { $0.isSameFile(as: baseSource) }) {
        throw .circularExtension(
          origin: bases.origin, files: visited[start...].map(\.name) + [baseSource.name])
      }
      guard FilePresence(at: base) != .missing else {
        throw .noSuchFile(
          origin: bases.origin, key: context.key, path: baseSource.name, what: "file", hint: nil)
      }
      composed = schema.layer(try load(base, extendedBy: visited), over: composed)
    }
    return schema.layer(statement, over: composed)
  }

  private func text(of source: ConfigurationSource) throws(ConfigurationError) -> String {
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: source.file)
      defer { try? handle.close() }
      data = try handle.read(upToCount: Self.largestFile + 1) ?? Data()
    } catch {
      throw .unreadable(
        file: source.name, reason: UnreadableFile.reason(for: error, at: source.file))
    }
    guard data.count <= Self.largestFile else {
      throw .unreadable(
        file: source.name, reason: "it is larger than \(Self.largestFile >> 20) MiB")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadable(file: source.name, reason: "it is not UTF-8 text")
    }
    return text
  }
}

extension ConfigurationSource {
  /// Whether two paths lead to one file, symbolic links followed.
  fileprivate func isSameFile(as other: ConfigurationSource) -> Bool {
    file.resolvingSymlinksInPath() == other.file.resolvingSymlinksInPath()
  }
}

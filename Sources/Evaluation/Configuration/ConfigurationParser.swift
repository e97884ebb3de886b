import Yams

/// Reads JSON, strictly and with positions.
///
/// The reader underneath is a YAML parser, because Foundation's JSON decoder tells no positions on
/// Linux. `#` comments and trailing commas therefore work. What YAML would read otherwise than it
/// seems (`no`, `12:30`, anchors, tags) is an error instead.
struct ConfigurationParser {
  /// The origin of what stands at a line and column of the text, both counted from 1.
  let origin: (_ line: Int, _ column: Int) -> SettingOrigin

  /// Reads a file's text.
  init(source: ConfigurationSource) {
    origin = { .file(source, line: $0, column: $1) }
  }

  /// Reads the value of an option.
  init(option: SettingOrigin) {
    origin = { _, _ in option }
  }

  /// Reads a whole configuration.
  ///
  /// - Throws: `ConfigurationError` with the position of the first mistake.
  func parse(_ text: String) throws(ConfigurationError) -> ConfigurationValue {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    if let comment = ForeignComment.first(in: text) {
      throw .foreignComment(
        origin: origin(comment.line, comment.column), opening: comment.opening)
    }
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        throw ConfigurationError.malformed(
          origin: origin(1, 1), problem: "there is no value")
      }
      // The parser owns the anchors' names, and a node that has one must be refused.
      return try withExtendedLifetime(parser) { try value(of: root) }
    } catch let error as ConfigurationError {
      throw error
    } catch let error as YamlError {
      throw translated(error, in: text)
    } catch {
      throw .malformed(origin: origin(1, 1), problem: "\(error)")
    }
  }

  private func value(of node: Node) throws(ConfigurationError) -> ConfigurationValue {
    let origin = origin(at: node.mark)
    if let anchor = node.anchor {
      throw .malformed(origin: origin, problem: "`&\(anchor.rawValue)` is YAML's; state the value")
    }
    switch node {
    case .scalar(let scalar):
      return ConfigurationValue(try content(of: scalar, at: origin), from: origin)
    case .sequence(let sequence):
      var elements: [ConfigurationValue] = []
      for element in sequence { elements.append(try value(of: element)) }
      return ConfigurationValue(.list(elements), from: origin)
    case .mapping(let mapping):
      var members: [ConfigurationValue.Member] = []
      for (key, member) in mapping {
        guard let name = key.scalar?.string else {
          throw .malformed(origin: self.origin(at: key.mark), problem: "a key must be a text")
        }
        members.append(
          ConfigurationValue.Member(
            name: name, nameOrigin: self.origin(at: key.mark), value: try value(of: member)))
      }
      return ConfigurationValue(.object(members), from: origin)
    case .alias:
      throw .malformed(origin: origin, problem: "`*` is YAML's; state the value")
    }
  }

  private func content(
    of scalar: Node.Scalar, at origin: SettingOrigin
  ) throws(ConfigurationError) -> ConfigurationValue.Content {
    guard scalar.style == .plain else { return .text(scalar.string) }
    guard scalar.tag == .implicit else {
      throw .malformed(origin: origin, problem: "`!` is YAML's; state the value")
    }
    if let literal = ConfigurationValue.Content(jsonLiteral: scalar.string) { return literal }
    guard Resolver.default.resolveTag(of: .scalar(scalar)) == .str else {
      throw .ambiguousWord(origin: origin, word: scalar.string)
    }
    return .text(scalar.string)
  }

  private func origin(at mark: Mark?) -> SettingOrigin {
    origin(mark?.line ?? 1, mark?.column ?? 1)
  }

  private func translated(_ error: YamlError, in text: String) -> ConfigurationError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let explanation = context.map { "\($0.text) (line \($0.mark.line)), \(problem)" } ?? problem
      return .malformed(origin: origin(at: mark), problem: explanation)
    case .duplicatedKeysInMapping(let keys, let context):
      return .duplicateKey(origin: origin(at: context.mark), key: keys.first ?? "")
    case .reader(let problem, let offset, _, _):
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
      return .malformed(origin: origin(line, column), problem: problem)
    default:
      return .malformed(origin: origin(1, 1), problem: "\(error)")
    }
  }
}

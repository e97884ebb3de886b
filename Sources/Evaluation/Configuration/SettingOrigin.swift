/// Where a value of the configuration was stated.
public enum SettingOrigin: Sendable, Equatable {
  /// In a file; line and column count from 1, columns in Unicode scalars.
  case file(ConfigurationSource, line: Int, column: Int)

  /// By an option of the command line, spelled as given: `--set protocol.inputSize=64`.
  case option(String)

  /// Nowhere: the value is the default.
  case standard
}

extension SettingOrigin: CustomStringConvertible {
  /// The origin as messages and `evaluate show` print it, for example `Configs/voc20.json:4:12`.
  public var description: String {
    switch self {
    case .file(let source, let line, let column): "\(source.name):\(line):\(column)"
    case .option(let spelling): spelling
    case .standard: "default"
    }
  }
}

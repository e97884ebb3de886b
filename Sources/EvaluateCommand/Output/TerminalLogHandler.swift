import Logging

/// Writes log messages for the person at the terminal: `warning: …`, without times.
struct TerminalLogHandler: LogHandler {
  var logLevel = Logger.Level.notice
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let details = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    let prefix = event.level <= .notice ? "" : "\(event.level): "
    StandardError.write("\(prefix)\(event.message)\(details)\n")
  }
}

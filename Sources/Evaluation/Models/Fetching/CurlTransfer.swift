import Foundation

/// A transfer by the program `curl`.
///
/// Foundation's own networking would make libcurl a library that the whole program needs to start, also
/// where nothing is ever fetched; the program is needed by whoever fetches alone, and it knows proxies,
/// redirections and certificates as the machine has them.
struct CurlTransfer {
  private let address: URL
  private let file: URL
  private let showsProgress: Bool

  /// Describes a transfer that goes on behind what the file holds.
  init(from address: URL, to file: URL, showsProgress: Bool) {
    self.address = address
    self.file = file
    self.showsProgress = showsProgress
  }

  /// How a transfer ended.
  enum Outcome: Equatable {
    /// All bytes are there.
    case complete

    /// The server can only begin anew.
    case cannotResume

    /// The server does not give the file, or not the rest of it.
    case refused

    /// Something else, by the code that curl ended with.
    case failed(code: Int32)
  }

  /// Runs the program to its end.
  ///
  /// - Throws: ``ModelError/noCurl`` where there is none.
  func run() throws(ModelError) -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["curl"] + (showsProgress ? ["--progress-bar"] : ["--silent"]) + [
        "--fail", "--location", "--continue-at", "-", "--connect-timeout", "30",
        // A minute without a byte is the end of a connection.
        "--speed-limit", "1", "--speed-time", "60", "--proto", "=https,http,file",
        "--proto-redir", "=https,http", "--output", file.path(percentEncoded: false),
        "--url", address.absoluteString,
      ]
    process.standardInput = FileHandle.nullDevice
    // Results are ours to print.
    process.standardOutput = FileHandle.standardError
    do {
      try process.run()
    } catch {
      throw .noCurl
    }
    process.waitUntilExit()
    switch (process.terminationReason, process.terminationStatus) {
    case (.exit, 0): return .complete
    case (.exit, 22): return .refused
    case (.exit, 33): return .cannotResume
    case (.exit, 126...127): throw .noCurl
    case (_, let code): return .failed(code: code)
    }
  }
}

extension CurlTransfer.Outcome {
  /// Why the bytes did not come.
  var reason: String {
    switch self {
    case .complete: "all bytes came"
    case .cannotResume: "the server cannot go on where an earlier transfer stopped"
    case .refused: "the server does not give this file"
    case .failed(5): "the proxy's name is not known"
    case .failed(6): "the server's name is not known; is there a connection?"
    case .failed(7): "the server does not answer"
    case .failed(18), .failed(56): "the connection was cut"
    case .failed(23): "the file cannot be written; is the disk full?"
    case .failed(28): "nothing came for a minute"
    case .failed(35), .failed(60): "the server cannot show that it is who it should be"
    case .failed(let code): "curl ended with \(code)"
    }
  }
}

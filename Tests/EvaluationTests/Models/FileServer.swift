import Foundation
import Synchronization
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A web server on this machine that gives one file and can cut connections.
final class FileServer: Sendable {
  /// What a server does with a request.
  enum Behaviour: Sendable {
    /// Gives what is asked for.
    case sound

    /// Promises all and closes the connection after so many bytes.
    case cutting(after: Int)

    /// Gives the whole file whatever part is asked for.
    case ignoringRanges

    /// Gives so many bytes, and the rest once the server is told to behave otherwise.
    case pausing(after: Int)

    /// Answers 404.
    case missing
  }

  private let listener: Int32
  private let port: UInt16
  private let state: Mutex<(behaviour: Behaviour, requests: [String])>
  private let contents: [UInt8]

  /// Where the file is.
  var address: URL { URL(string: "http://127.0.0.1:\(port)/file.pt") ?? URL(filePath: "/") }

  /// What was asked for: the `Range` of each request, or nothing.
  var ranges: [String] { state.withLock { $0.requests } }

  /// What the server does from now on.
  func behave(_ behaviour: Behaviour) { state.withLock { $0.behaviour = behaviour } }

  /// Starts a server, which goes on until the process ends.
  init(giving contents: some Sequence<UInt8>, _ behaviour: Behaviour = .sound) throws {
    self.contents = Array(contents)
    state = Mutex((behaviour, []))
    #if canImport(Glibc)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = unsafe withUnsafeMutablePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = UInt16(bigEndian: name.sin_port)
    Thread.detachNewThread { self.serve() }
  }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      answer(connection)
      close(connection)
    }
  }

  private func answer(_ connection: Int32) {
    let handle = FileHandle(fileDescriptor: connection, closeOnDealloc: false)
    var request = ""
    while !request.contains("\r\n\r\n") {
      let bytes = handle.availableData
      guard !bytes.isEmpty else { return }
      request += String(decoding: bytes, as: UTF8.self)
    }
    let range = request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("range: ") }
    let stated = range.map { String($0.dropFirst("range: ".count)) }
    let behaviour = state.withLock { state in
      state.requests.append(stated ?? "")
      return state.behaviour
    }
    var start = stated.flatMap { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) } ?? 0
    var head = start > 0 ? "206 Partial Content" : "200 OK"
    var sent = contents.count
    switch behaviour {
    case .sound: break
    case .cutting(let count), .pausing(let count): sent = count
    case .ignoringRanges:
      start = 0
      head = "200 OK"
    case .missing:
      head = "404 Not Found"
      start = contents.count
    }
    if start >= contents.count, start > 0, head.hasPrefix("206") {
      head = "416 Range Not Satisfiable"
      start = contents.count
    }
    head = """
      HTTP/1.1 \(head)\r
      Content-Length: \(contents.count - start)\r
      Content-Range: bytes \(start)-\(contents.count - 1)/\(contents.count)\r
      Connection: close\r
      \r

      """
    try? handle.write(contentsOf: Data(head.utf8))
    try? handle.write(contentsOf: Data(contents.dropFirst(start).prefix(sent)))
    guard case .pausing = behaviour else { return }
    while case .pausing = state.withLock({ $0.behaviour }) { Thread.sleep(forTimeInterval: 0.01) }
    try? handle.write(contentsOf: Data(contents.dropFirst(start + sent)))
  }
}

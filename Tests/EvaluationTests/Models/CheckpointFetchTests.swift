import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Fetching a checkpoint")
struct CheckpointFetchTests {
  private let folder: TemporaryFolder
  private let contents: Data

  init() throws {
    folder = try TemporaryFolder()
    var generator = SplitMix64(seed: 7)
    contents = Data((0..<100_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
  }

  private var destination: URL { folder.url.appending(path: "models/file.pt") }
  private var part: URL { folder.url.appending(path: "models/file.pt.part") }

  private func fetch(_ server: FileServer, expecting hash: ContentHash? = nil) -> CheckpointFetch {
    let checkpoint = KnownCheckpoint(
      name: "Test", fileName: "file.pt", hash: hash ?? ContentHash(of: contents),
      address: server.address)
    return CheckpointFetch(checkpoint, to: destination)
  }

  private func complaint(_ fetch: CheckpointFetch) -> String {
    do {
      try fetch.run()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test("The file comes whole, and is not fetched again")
  func sound() throws {
    let server = try FileServer(giving: contents)
    #expect(try fetch(server).run())
    #expect(try Data(contentsOf: destination) == contents)
    #expect(folder.contents == ["models", "models/file.pt"])
    #expect(try !fetch(server).run())
    #expect(server.ranges == [""])
  }

  @Test("After a cut connection the next fetch goes on where it stopped")
  func cut() throws {
    let server = try FileServer(giving: contents, .cutting(after: 30_000))
    let complaint = complaint(fetch(server))
    #expect(complaint.contains("the connection was cut; 30000 bytes are in"), "\(complaint)")
    #expect(folder.contents == ["models", "models/file.pt.part"])
    server.behave(.sound)
    #expect(try fetch(server).run())
    #expect(try Data(contentsOf: destination) == contents)
    #expect(server.ranges == ["", "bytes=30000-"])
  }

  @Test("Where the server cannot go on, the file is fetched from its beginning")
  func noRanges() throws {
    let server = try FileServer(giving: contents, .ignoringRanges)
    try folder.write(contents.prefix(10_000), to: "models/file.pt.part")
    #expect(try fetch(server).run())
    #expect(try Data(contentsOf: destination) == contents)
    #expect(server.ranges == ["bytes=10000-", ""])
  }

  @Test("All bytes that are there already are checked and take their place")
  func complete() throws {
    let server = try FileServer(giving: contents)
    try folder.write(contents, to: "models/file.pt.part")
    #expect(try fetch(server).run())
    #expect(try Data(contentsOf: destination) == contents)
    #expect(folder.contents == ["models", "models/file.pt"])
  }

  @Test("While one fetches, another is told so and leaves everything as it is")
  func atOnce() async throws {
    let server = try FileServer(giving: contents, .pausing(after: 30_000))
    let first = fetch(server)
    async let isFetched = Task.detached { try first.run() }.value
    for _ in 0..<1000 where server.ranges.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    let complaint = complaint(fetch(server))
    #expect(complaint.hasPrefix("Test is being fetched already, into "), "\(complaint)")
    #expect(complaint.contains("models/file.pt.part"), "\(complaint)")
    #expect(folder.contents == ["models", "models/file.pt.part"])
    server.behave(.sound)
    #expect(try await isFetched)
    #expect(try Data(contentsOf: destination) == contents)
    #expect(server.ranges == [""], "the second asked the server")
    #expect(folder.contents == ["models", "models/file.pt"])
    #expect(try !fetch(server).run())
  }

  @Test("Bytes with another hash are removed, and never stand where the file belongs")
  func wrongHash() throws {
    let server = try FileServer(giving: contents)
    let expected = ContentHash(of: "something else")
    let complaint = complaint(fetch(server, expecting: expected))
    #expect(complaint.contains("its SHA-256 is \(ContentHash(of: contents))"), "\(complaint)")
    #expect(complaint.contains("expected \(expected)"), "\(complaint)")
    #expect(folder.contents == ["models"])
  }

  @Test("A file that is there and is another is left alone and told")
  func otherFile() throws {
    let server = try FileServer(giving: contents)
    try folder.write("mine", to: "models/file.pt")
    let complaint = complaint(fetch(server))
    #expect(complaint.contains("remove it to fetch it again"), "\(complaint)")
    #expect(try Data(contentsOf: destination) == Data("mine".utf8))
    #expect(server.ranges == [])
  }

  @Test("A server that does not have the file is told with its address")
  func missing() throws {
    let server = try FileServer(giving: contents, .missing)
    let complaint = complaint(fetch(server))
    #expect(
      complaint == "\(server.address.absoluteString): the server does not give this file")
    #expect(folder.contents == ["models"])
  }

  #if os(Linux)
    @Test("A full disk is told")
    func fullDisk() throws {
      let server = try FileServer(giving: contents)
      try folder.write("", to: "models/other")
      try FileManager.default.createSymbolicLink(
        at: part, withDestinationURL: URL(filePath: "/dev/full"))
      let complaint = complaint(fetch(server))
      #expect(complaint.contains("is the disk full?"), "\(complaint)")
      #expect(!FileManager.default.fileExists(atPath: destination.path))
    }
  #endif
}

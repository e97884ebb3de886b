import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Content hash")
struct ContentHashTests {
  /// FIPS 180-4's own example.
  private let digestOfABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("It is the SHA-256 in hexadecimal digits")
  func knownDigest() {
    #expect(ContentHash(of: "abc").description == digestOfABC)
    #expect(ContentHash(of: Data()).description.count == 64)
  }

  @Test("A file's hash is its bytes' hash, also across the borders of what is read at once")
  func files() throws {
    let folder = try TemporaryFolder()
    for count in [0, 3, 1 << 20, (1 << 20) + 1, 3 << 20] {
      let data = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      let file = try folder.write(data, to: "\(count)")
      #expect(try ContentHash(ofFile: file) == ContentHash(of: data), "\(count) bytes")
    }
  }

  @Test("A file that is not there is an error")
  func missing() throws {
    let file = try TemporaryFolder().url.appending(path: "nothing")
    #expect(
      throws: ConfigurationError.unreadable(file: file.path, reason: "there is no such file")
    ) {
      try ContentHash(ofFile: file)
    }
  }
}

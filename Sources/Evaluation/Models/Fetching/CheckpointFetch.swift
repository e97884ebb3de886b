public import Foundation

/// Brings a published checkpoint into the cache folder.
///
/// What has come lies beside its place as `FILE.part` until its hash is checked; a fetch that was
/// interrupted goes on where it stopped.
public struct CheckpointFetch: Sendable {
  /// What is fetched.
  public let checkpoint: KnownCheckpoint

  /// Where it is fetched from.
  public let address: URL

  /// Where it is put.
  public let destination: URL

  /// Describes a fetch; nothing is done yet.
  ///
  /// - Parameters:
  ///   - checkpoint: What to fetch.
  ///   - mirror: Where from, if not from the publisher.
  ///   - destination: Where to put it.
  public init(_ checkpoint: KnownCheckpoint, from mirror: URL? = nil, to destination: URL) {
    self.checkpoint = checkpoint
    address = mirror ?? checkpoint.address
    self.destination = destination
  }

  /// Where the bytes lie until all have come.
  var part: URL { destination.appendingPathExtension("part") }

  /// Fetches the file, unless it is there already.
  ///
  /// - Parameter showsProgress: Whether the transfer shows on standard error how far it is.
  /// - Returns: Whether anything had to be fetched.
  /// - Throws: ``ModelError`` where the bytes do not come or are not those that were published, which
  ///   are removed then; `ConfigurationError.unreadable` where a file cannot be read back.
  /// - Complexity: Reads the file once more to hash it.
  @discardableResult
  public func run(showingProgress showsProgress: Bool = false) throws -> Bool {
    if FilePresence(at: destination) == .file {
      let hash = try ContentHash(ofFile: destination)
      guard hash == checkpoint.hash else { throw otherBytes(hash, in: destination) }
      return false
    }
    do {
      try FileManager.default.createDirectory(
        at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw ModelError.unwritable(file: destination, reason: error.localizedDescription)
    }
    try transfer(showingProgress: showsProgress)
    let hash = try ContentHash(ofFile: part)
    guard hash == checkpoint.hash else {
      // To go on behind wrong bytes would never end well.
      try? FileManager.default.removeItem(at: part)
      throw otherBytes(hash, in: part)
    }
    do {
      try FileManager.default.moveItem(at: part, to: destination)
    } catch {
      throw ModelError.unwritable(file: destination, reason: error.localizedDescription)
    }
    return true
  }

  /// Brings the rest of the bytes.
  private func transfer(showingProgress showsProgress: Bool) throws {
    let curl = CurlTransfer(from: address, to: part, showsProgress: showsProgress)
    var outcome = try curl.run()
    if outcome == .cannotResume {
      try? FileManager.default.removeItem(at: part)
      outcome = try curl.run()
    }
    // A server is right to refuse the rest of a file that is there to its last byte.
    if outcome == .refused, receivedCount > 0, try ContentHash(ofFile: part) == checkpoint.hash {
      outcome = .complete
    }
    guard outcome == .complete else {
      throw ModelError.notFetched(
        address: address, reason: outcome.reason, part: part, received: receivedCount)
    }
  }

  /// The number of bytes that have come.
  private var receivedCount: Int {
    (try? part.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
  }

  private func otherBytes(_ hash: ContentHash, in file: URL) -> ModelError {
    .otherBytes(
      file: file, got: hash, expected: checkpoint.hash, name: checkpoint.name,
      isRemoved: file == part)
  }
}

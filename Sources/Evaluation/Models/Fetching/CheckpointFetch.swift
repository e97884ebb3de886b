import Checkpoints
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
  /// - Throws: ``ModelError`` where somebody else is fetching the file, where the bytes do not come, or
  ///   are not those that were published, which are removed then; `ConfigurationError.unreadable` where a file cannot be read back.
  /// - Complexity: Reads the file once more to hash it.
  @discardableResult
  public func run(showingProgress showsProgress: Bool = false) throws -> Bool {
    if try isThere() { return false }
    do {
      try FileManager.default.createDirectory(
        at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw ModelError.unwritable(file: destination, reason: error.reason)
    }
    guard let lock = try FileLock(on: part) else {
      throw ModelError.alreadyFetching(name: checkpoint.name, part: part)
    }
    // Whoever held the lock until now may have brought the file.
    if try isThere() {
      discardEmptyPart()
      return false
    }
    try transfer(showingProgress: showsProgress, holding: lock)
    let hash = try ContentHash(ofFile: part)
    guard hash == checkpoint.hash else {
      // To go on behind wrong bytes would never end well.
      try? FileManager.default.removeItem(at: part)
      throw otherBytes(hash, in: part)
    }
    do {
      try FileManager.default.moveItem(at: part, to: destination)
    } catch {
      throw ModelError.unwritable(file: destination, reason: error.reason)
    }
    return true
  }

  /// Whether the file is there, with the bytes that were published.
  private func isThere() throws -> Bool {
    guard FilePresence(at: destination) == .file else { return false }
    let hash = try ContentHash(ofFile: destination)
    guard hash == checkpoint.hash else { throw otherBytes(hash, in: destination) }
    return true
  }

  /// Brings the rest of the bytes.
  private func transfer(
    showingProgress showsProgress: Bool, holding lock: borrowing FileLock
  ) throws {
    let curl = CurlTransfer(from: address, to: part, showsProgress: showsProgress)
    var outcome = try curl.run()
    if outcome == .cannotResume {
      // Another file in its place would not be locked.
      lock.truncate()
      outcome = try curl.run()
    }
    // A server is right to refuse the rest of a file that is there to its last byte.
    if outcome == .refused, receivedCount > 0, try ContentHash(ofFile: part) == checkpoint.hash {
      outcome = .complete
    }
    guard outcome == .complete else {
      discardEmptyPart()
      throw ModelError.notFetched(
        address: address, reason: outcome.reason, part: part, received: receivedCount)
    }
  }

  /// The number of bytes that have come.
  private var receivedCount: Int {
    (try? part.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
  }

  /// Removes what the lock lay on where nothing has come.
  private func discardEmptyPart() {
    if receivedCount == 0 { try? FileManager.default.removeItem(at: part) }
  }

  private func otherBytes(_ hash: ContentHash, in file: URL) -> ModelError {
    .otherBytes(
      file: file, got: hash, expected: checkpoint.hash, name: checkpoint.name,
      isRemoved: file == part)
  }
}

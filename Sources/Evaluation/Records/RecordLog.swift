import Checkpoints
public import Foundation
import Synchronization

/// `images.jsonl` while a run writes it: one line per image and row of the table, in the order of the
/// images.
///
/// The file only grows. Images are finished in any order; what is finished ahead of its turn waits in
/// memory, so that the file always holds the first images and where to go on is a number. Lines are
/// brought to the disk at least once a second. One process writes at a time.
public final class RecordLog: Sendable {
  /// Where the records lie.
  public let url: URL

  private struct State {
    /// The number of images whose lines are in the file.
    var recorded = 0

    /// How many of them earlier processes have written.
    var recordedBefore = 0

    /// Lines that are finished ahead of their turn, by the position of their image.
    var waiting: [Int: Data] = [:]

    /// The length of the file's whole lines.
    var length: UInt64 = 0

    var lastSync = ContinuousClock.now
  }

  private static let syncInterval = Duration.seconds(1)

  private let file: FileHandle
  private let state = Mutex(State())

  /// Opens the records, which are made where there are none, and keeps every other process from
  /// writing to them.
  ///
  /// - Throws: ``RecordError/inUse(_:)`` or ``RunFolderError/unwritable(_:reason:)``.
  public init(at url: URL) throws {
    self.url = url
    let path = url.path(percentEncoded: false)
    do {
      if !FileManager.default.fileExists(atPath: path) { try Data().write(to: url) }
      file = try FileHandle(forUpdating: url)
    } catch {
      throw RunFolderError.unwritable(url, reason: error.reason)
    }
    // The lock belongs to the open file, and goes with the process however that ends.
    do {
      guard try FileLock.take(file.fileDescriptor) else { throw RecordError.inUse(url) }
    } catch let error as POSIXError {
      throw RunFolderError.unwritable(url, reason: error.localizedDescription)
    }
  }

  /// The number of images whose records are in the file.
  public var count: Int { state.withLock { $0.recorded } }

  /// How many of them earlier processes had written.
  var countBefore: Int { state.withLock { $0.recordedBefore } }

  /// Reads what an earlier process has recorded, and drops an end that it could not finish.
  ///
  /// - Parameters:
  ///   - content: What the lines hold.
  ///   - rows: The rows of the table, which every image has in this order.
  /// - Returns: The records of each image, in the order of the images.
  /// - Throws: ``RecordError/malformed(_:line:reason:)`` where anything but the end is damaged.
  func restore<Content: RecordContent>(
    _ content: Content.Type, rows: [String]
  ) throws -> [[ImageRecord<Content>]] {
    let reading: RecordReading<Content>
    do {
      reading = try RecordReading(of: Data(contentsOf: url), from: url, rows: rows)
    } catch let error as CocoaError {
      throw RunFolderError.unwritable(url, reason: error.reason)
    }
    try state.withLock { state in
      state.recorded = reading.images.count
      state.recordedBefore = reading.images.count
      state.length = UInt64(reading.length)
      do {
        try cutBack(to: state.length)
      } catch {
        throw RunFolderError.unwritable(url, reason: error.reason)
      }
    }
    return reading.images
  }

  /// Records one image.
  ///
  /// - Parameters:
  ///   - records: One for each row of the table.
  ///   - position: The image's place in the order of the images, counted from 0.
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``; the file then ends with the last whole line.
  func append<Content: RecordContent>(
    _ records: [ImageRecord<Content>], at position: Int
  ) throws {
    let lines = try RecordReading.lines(of: records)
    try state.withLock { state in
      precondition(
        position >= state.recorded && state.waiting[position] == nil,
        "Image \(position) is recorded twice")
      state.waiting[position] = lines
      try write(&state)
      if ContinuousClock.now - state.lastSync >= Self.syncInterval { try sync(&state) }
    }
  }

  /// Waits until everything that is written is on the disk.
  ///
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``.
  func bringToDisk() throws {
    try state.withLock { try sync(&$0) }
  }

  /// Lets other processes write.
  func close() {
    // What has been brought to the disk cannot be lost by closing.
    try? file.close()
  }

  /// Writes the lines whose turn it is.
  private func write(_ state: inout State) throws {
    while let lines = state.waiting[state.recorded] {
      do {
        try file.write(contentsOf: lines)
      } catch {
        // A full disk takes a part of a line: without it, what is there stays good.
        try? cutBack(to: state.length)
        throw RunFolderError.unwritable(url, reason: error.reason)
      }
      state.length += UInt64(lines.count)
      state.waiting[state.recorded] = nil
      state.recorded += 1
    }
  }

  private func sync(_ state: inout State) throws {
    do {
      try file.synchronize()
    } catch {
      throw RunFolderError.unwritable(url, reason: error.reason)
    }
    state.lastSync = ContinuousClock.now
  }

  private func cutBack(to length: UInt64) throws {
    try file.truncate(atOffset: length)
    try file.seekToEnd()
  }
}

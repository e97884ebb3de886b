import Foundation

/// An exclusive lock on a file, held until it is released or the program ends, however it ends.
///
/// The one place of this library that calls C for files: Foundation has no locks between programs.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a file, which is made where it is not there.
  ///
  /// - Returns: `nil` where somebody else holds the lock.
  /// - Throws: ``ModelError/unwritable(file:reason:)``.
  init?(on file: URL) throws(ModelError) {
    let path = file.path(percentEncoded: false)
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Self.unwritable(file) }
      let isTaken: Bool
      do {
        isTaken = try Self.take(descriptor)
      } catch {
        close(descriptor)
        throw .unwritable(file: file, reason: error.localizedDescription)
      }
      guard isTaken else {
        close(descriptor)
        return nil
      }
      if Self.isStill(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      // Whoever held it has moved or removed the file meanwhile: another one lies there now, or none.
      close(descriptor)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Locks an open file, which keeps the lock until it is closed.
  ///
  /// - Returns: Whether nobody else holds it.
  /// - Throws: Why the system cannot tell.
  static func take(_ descriptor: Int32) throws(POSIXError) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return true }
    guard errno == EWOULDBLOCK else { throw lastError }
    return false
  }

  /// Forgets what the file holds.
  func truncate() {
    ftruncate(descriptor, 0)
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (mine, there) = (stat(), stat())
    return unsafe fstat(descriptor, &mine) == 0 && stat(path, &there) == 0
      && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
  }

  private static func unwritable(_ file: URL) -> ModelError {
    .unwritable(file: file, reason: lastError.localizedDescription)
  }

  private static var lastError: POSIXError {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}

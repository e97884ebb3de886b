import Synchronization

/// The entries of an archive whose checksums were found to hold, so that each is summed once.
///
/// Without it, a thousand small tensors inside one large storage would cost a thousand sums of it.
final class VerifiedEntries: Sendable {
  private let names = Mutex<Set<String>>([])

  func contains(_ name: String) -> Bool {
    names.withLock { $0.contains(name) }
  }

  func insert(_ name: String) {
    _ = names.withLock { $0.insert(name) }
  }
}

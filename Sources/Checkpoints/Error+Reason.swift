import Foundation

extension Error {
  /// Why the system refused, such as "Is a directory"; Foundation's own text often hides it.
  package var reason: String {
    ((self as? CocoaError)?.underlying ?? self).localizedDescription
  }
}

internal import Imaging

extension DemoWorldError: CustomStringConvertible {
  /// What was found, what was expected and what to do, for the person at the terminal.
  public var description: String {
    switch self {
    case .outputExists(let file):
      "\(file): exists already and is not overwritten; name another folder or remove it"
    case .unwritable(let file, let reason):
      "\(file): cannot be written: \(reason)"
    case .imaging(let error):
      error.description
    }
  }
}

/// What can be wrong with the machine.
enum EnvironmentError: Error, Equatable {
  /// The processor has no AVX2.
  case oldProcessor

  /// The program could not start itself again with fitting matrix kernels.
  case kernels(reason: String)
}

extension EnvironmentError: CustomStringConvertible {
  var description: String {
    switch self {
    case .oldProcessor:
      "this processor has no AVX2 and FMA instructions (Intel since 2013, AMD since 2015), which this program was built for"
    case .kernels(let reason):
      reason
    }
  }
}

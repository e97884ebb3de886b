import Tensors

/// The processor and the matrix kernels that a command multiplies with.
enum MatrixKernels {
  /// Checks that the processor has what the program was built for, which every command uses.
  ///
  /// - Throws: ``MatrixKernelError/oldProcessor``.
  static func requireProcessor() throws(MatrixKernelError) {
    guard OpenBLAS.processorFits else { throw .oldProcessor }
  }

  /// Starts the program again where the library chose kernels that do not fit the processor.
  ///
  /// A command that multiplies calls this before anything else, because nothing that was done before
  /// survives.
  ///
  /// - Throws: ``MatrixKernelError``.
  static func fit() throws(MatrixKernelError) {
    if let reason = OpenBLAS.relaunchWithFittingKernels() { throw .cannotStartAgain(reason) }
  }
}

/// Why a command cannot multiply on this machine.
enum MatrixKernelError: Error, Equatable {
  /// The processor has no AVX2.
  case oldProcessor

  /// The program could not start itself again with fitting kernels.
  case cannotStartAgain(String)
}

extension MatrixKernelError: CustomStringConvertible {
  var description: String {
    switch self {
    case .oldProcessor:
      """
      this processor has no AVX2 and FMA instructions (Intel since 2013, AMD since 2015), which this \
      program was built for
      """
    case .cannotStartAgain(let reason):
      reason
    }
  }
}

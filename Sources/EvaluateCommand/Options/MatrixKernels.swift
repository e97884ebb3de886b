import Tensors

/// The matrix kernels that the process runs with.
enum MatrixKernels {
  /// Starts the process again where the library chose kernels that do not fit the processor.
  ///
  /// A command that multiplies calls this before anything else, because nothing that was done before
  /// survives.
  ///
  /// - Throws: ``EnvironmentError/kernels(reason:)``.
  static func fit() throws(EnvironmentError) {
    if let reason = OpenBLAS.relaunchWithFittingKernels() { throw .kernels(reason: reason) }
  }
}

import COpenBLAS
import Foundation

/// The OpenBLAS library as it stands in this process: every call to it is in this file.
public enum OpenBLAS {
  /// The name of the processor kernels that the library chose when it was loaded, for example
  /// `SkylakeX`.
  public static var coreName: String {
    unsafe openblas_get_corename().map { unsafe String(cString: $0) } ?? "unknown"
  }

  /// The library's version, for example `0.3.21`.
  public static var version: String {
    // The configuration reads "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …".
    let configuration = unsafe openblas_get_config().map { unsafe String(cString: $0) } ?? ""
    let words = configuration.split(separator: " ")
    return words.count > 1 ? String(words[1]) : "unknown"
  }

  /// Makes every product run on the thread that asks for it.
  ///
  /// The number of threads and of rows moves the last bits of a product, so a run that promises the
  /// same score for any number of workers multiplies on one thread each.
  static func useOneThread() {
    openblas_set_num_threads(1)
  }

  /// The instruction sets that decide which kernels fit this processor.
  static var processor: InstructionSets {
    InstructionSets(
      hasAVX2: copenblas_processor_has_avx2() != 0,
      hasAVX512: copenblas_processor_has_avx512() != 0)
  }

  /// Starts the running program again, once, with kernels that fit the processor.
  ///
  /// OpenBLAS before 0.3.26 does not know recent Intel model numbers and falls back to its SSE3
  /// kernels of 2004, five to nine times slower. It reads `OPENBLAS_CORETYPE` while it is loaded, so
  /// the variable must be there before the program starts. Does nothing where the kernels fit, where
  /// the user has set the variable, or on other systems than Linux.
  ///
  /// - Returns: Why the program could not be started again, or `nil` where there was no need.
  public static func relaunchWithFittingKernels() -> String? {
    #if os(Linux)
      guard ProcessInfo.processInfo.environment[coreTypeVariable] == nil,
        let coreType = fittingCoreType(insteadOf: coreName, on: processor)
      else { return nil }
      unsafe setenv(coreTypeVariable, coreType, 1)
      // Returns only where it fails.
      unsafe execv("/proc/self/exe", CommandLine.unsafeArgv)
      return
        "cannot start again with \(coreTypeVariable)=\(coreType): \(unsafe String(cString: strerror(errno)))"
    #else
      return nil
    #endif
  }

  /// Runs one product; see ``MatrixMultiplier`` for the meaning of each number.
  static func multiply(
    _ left: Span<Float>, _ leftLayout: MatrixLayout,
    by right: Span<Float>, _ rightLayout: MatrixLayout,
    transposingRight transposesRight: Bool,
    scale: Float,
    into result: inout MutableSpan<Float>, _ resultLayout: MatrixLayout,
    accumulating accumulates: Bool
  ) {
    guard resultLayout.rows > 0, resultLayout.columns > 0 else { return }
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        unsafe result.withUnsafeMutableBufferPointer { result in
          unsafe cblas_sgemm(
            CblasRowMajor, CblasNoTrans, transposesRight ? CblasTrans : CblasNoTrans,
            blasSize(resultLayout.rows), blasSize(resultLayout.columns),
            blasSize(leftLayout.columns),
            scale,
            left.baseAddress.map { unsafe $0 + leftLayout.offset }, blasStride(leftLayout),
            right.baseAddress.map { unsafe $0 + rightLayout.offset }, blasStride(rightLayout),
            accumulates ? 1 : 0,
            result.baseAddress.map { unsafe $0 + resultLayout.offset }, blasStride(resultLayout))
        }
      }
    }
  }

  private static func blasStride(_ layout: MatrixLayout) -> Int32 {
    blasSize(max(1, layout.rowStride))
  }

  private static func blasSize(_ size: Int) -> Int32 {
    guard let size = Int32(exactly: size) else {
      preconditionFailure("OpenBLAS takes sizes up to \(Int32.max), not \(size)")
    }
    return size
  }
}

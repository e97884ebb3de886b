extension OpenBLAS {
  /// The vector instructions of a processor, as far as OpenBLAS's choice of kernels rests on them.
  struct InstructionSets: Equatable {
    /// AVX2 with fused multiply-add (Haswell, 2013; Zen, 2017).
    var hasAVX2: Bool

    /// The AVX-512 subsets F, DQ, BW and VL (Skylake-X, 2017; Zen 4, 2022).
    var hasAVX512: Bool
  }

  /// The environment variable that OpenBLAS reads while it is loaded.
  static let coreTypeVariable = "OPENBLAS_CORETYPE"

  /// Whether the processor can run the vectorised loops of this package.
  public static var processorFits: Bool {
    #if arch(x86_64)
      processor.hasAVX2
    #else
      true
    #endif
  }

  /// The kernels to ask for where those chosen are older than the processor, or `nil` where they fit.
  static func fittingCoreType(
    insteadOf chosen: String, on processor: InstructionSets
  ) -> String? {
    guard processor.hasAVX2, kernelsWithoutAVX2.contains(chosen.lowercased()) else { return nil }
    return processor.hasAVX512 ? "SkylakeX" : "Haswell"
  }

  /// OpenBLAS's names for the x86 kernels that know neither AVX2 nor fused multiply-add.
  private static let kernelsWithoutAVX2: Set<String> = [
    "katmai", "coppermine", "northwood", "prescott", "banias", "atom", "core2", "penryn",
    "dunnington", "nehalem", "sandybridge", "athlon", "opteron", "opteron_sse3", "barcelona",
    "nano", "bobcat", "bulldozer", "generic",
  ]
}

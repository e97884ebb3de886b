import Testing

@testable import Tensors

@Suite("OpenBLAS kernels")
struct OpenBLASTests {
  typealias InstructionSets = OpenBLAS.InstructionSets

  @Test("kernels older than the processor are replaced")
  func replacesOldKernels() {
    let avx512 = InstructionSets(hasAVX2: true, hasAVX512: true)
    let avx2 = InstructionSets(hasAVX2: true, hasAVX512: false)
    #expect(OpenBLAS.fittingCoreType(insteadOf: "Prescott", on: avx512) == "SkylakeX")
    #expect(OpenBLAS.fittingCoreType(insteadOf: "Nehalem", on: avx2) == "Haswell")
  }

  @Test("fitting kernels stay", arguments: ["Haswell", "SkylakeX", "Zen", "Cooperlake"])
  func keepsFittingKernels(name: String) {
    let processor = InstructionSets(hasAVX2: true, hasAVX512: true)
    #expect(OpenBLAS.fittingCoreType(insteadOf: name, on: processor) == nil)
  }

  @Test("an old processor keeps its old kernels")
  func keepsOldProcessor() {
    let processor = InstructionSets(hasAVX2: false, hasAVX512: false)
    #expect(OpenBLAS.fittingCoreType(insteadOf: "Prescott", on: processor) == nil)
  }
}

import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("Determinism")
  struct DeterminismTests {
    static let imageCount = 6

    /// Kernels of OpenBLAS that this processor can run.
    static let hasAVX512: Bool = {
      let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return ["avx512f", "avx512dq", "avx512bw", "avx512vl"].allSatisfy(processor.contains)
    }()

    static let hasAVX2: Bool = {
      let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return processor.contains("avx2")
    }()

    @Test("The kernels that the program chooses give the same bytes for any workers and batch")
    func chosenKernels() async throws {
      _ = try await expectEqualRuns(environment: [:])
    }

    @Test(
      "The Haswell kernels give the same bytes for any workers and batch",
      .enabled(if: hasAVX2, "needs a processor with AVX2 that /proc/cpuinfo describes"))
    func haswellKernels() async throws {
      let result = try await expectEqualRuns(environment: ["OPENBLAS_CORETYPE": "Haswell"])
      #expect(result.contents.execution.matrixKernels?.hasSuffix(" Haswell") == true)
    }

    @Test(
      "The SkylakeX kernels give the same bytes for any workers and batch",
      .enabled(if: hasAVX512, "needs a processor with AVX-512, which this one has not"))
    func skylakeKernels() async throws {
      let result = try await expectEqualRuns(environment: ["OPENBLAS_CORETYPE": "SkylakeX"])
      #expect(result.contents.execution.matrixKernels?.hasSuffix(" SkylakeX") == true)
    }

    /// Runs the demo for each number of workers and batch, and expects results that differ in nothing
    /// but `execution`.
    private func expectEqualRuns(environment: [String: String]) async throws -> SavedResult {
      let folder = try TemporaryFolder()
      var results: [SavedResult] = []
      for (workers, batch) in [(1, 1), (2, 1), (1, 4), (2, 4)] {
        let output = folder.url.appending(path: "\(workers)-\(batch)")
        let process = try await EvaluateProcess.run(
          [
            "--config", "demo.json", "--limit", "\(Self.imageCount)", "--output", output.argument,
            "--workers", "\(workers)", "--batch", "\(batch)",
          ], environment: environment)
        #expect(process.exitCode == 0, "\(process.messages)")
        let result = try SavedResult(in: output)
        #expect(result.contents.execution.workers == workers)
        #expect(result.contents.execution.batch == batch)
        results.append(result)
      }
      let first = try #require(results.first)
      #expect(first.contents.rows.map(\.images) == [Self.imageCount, Self.imageCount])
      #expect(!first.rowsText.isEmpty)
      #expect(!first.textWithoutExecution.contains("matrixKernels"))
      for result in results.dropFirst() {
        #expect(result.rowsText == first.rowsText)
        #expect(result.textWithoutExecution == first.textWithoutExecution)
        #expect(
          result.contents.execution.matrixKernels == first.contents.execution.matrixKernels)
      }
      return first
    }
  }
}

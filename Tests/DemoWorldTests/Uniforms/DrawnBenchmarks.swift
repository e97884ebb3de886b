import DemoWorld
import Foundation
import TestSupport
import Testing

/// A few small scenes, in the layouts of all benchmarks and in the demo's own.
struct DrawnBenchmarks: Sendable {
  static let seed: UInt64 = 7
  static let sceneCount = 12
  static let sides = 48...88

  private let folder: TemporaryFolder

  /// The folder that holds the data sets, as one that `SURGERYBENCH_DATA` names.
  let data: URL

  /// The same scenes with the demo's own classes.
  let own: URL

  init() throws {
    folder = try TemporaryFolder()
    data = folder.url.appending(path: "data")
    own = folder.url.appending(path: "own")
    for (layout, place) in [(DemoLayout.benchmarks, data), (.folder, own)] {
      try DemoWorldWriter(
        layout: layout, seed: Self.seed, sceneCount: Self.sceneCount, sides: Self.sides
      ).write(to: place)
    }
  }

  /// The paths of all files of the data sets, in byte order.
  var files: [String] {
    folder.contents.filter { $0.hasPrefix("data/") && $0.contains(".") }
      .map { String($0.dropFirst("data/".count)) }
  }

  /// The lines of a text file.
  func lines(_ path: String) throws -> [String] {
    try String(contentsOf: data.appending(path: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// The scenes, drawn again.
  static let scenes = (0..<sceneCount).map {
    RenderedScene(Scene(seed: seed, index: $0, sides: sides))
  }
}

/// Draws the scenes once for all tests of a suite.
struct DrawnBenchmarksTrait: SuiteTrait, TestScoping {
  /// The scenes of the suite that is run.
  @TaskLocal static var world: DrawnBenchmarks?

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await Self.$world.withValue(try DrawnBenchmarks()) { try await function() }
  }
}

extension Trait where Self == DrawnBenchmarksTrait {
  /// Draws ``DrawnBenchmarks`` once for all tests of a suite.
  static var drawnBenchmarks: Self { Self() }
}

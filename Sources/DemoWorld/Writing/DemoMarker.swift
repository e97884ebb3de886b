/// The note that lies beside drawn data and says that it is drawn.
///
/// Drawn scenes can lie exactly as a benchmark does. Whoever opens a data set therefore looks for this
/// note, so that no score on drawn scenes passes for one on the benchmark.
public struct DemoMarker: Sendable, Equatable {
  /// The name of the file that holds the note.
  public static let fileName = "DEMO.txt"

  /// The seed of the world.
  public let seed: UInt64

  /// The number of scenes.
  public let sceneCount: Int

  /// Creates the note of a world.
  public init(seed: UInt64, sceneCount: Int) {
    self.seed = seed
    self.sceneCount = sceneCount
  }

  /// What was drawn, for example `24 scenes of seed 2026`.
  public var summary: String {
    "\(sceneCount) \(sceneCount == 1 ? "scene" : "scenes") of seed \(seed)"
  }
}

extension DemoMarker {
  /// The text of the file; the first line is what ``init(_:)`` reads.
  public var text: String {
    """
    DEMO: \(summary), drawn by evaluate datasets demo

    No photograph is among them. They lie as a benchmark's files do, so that the whole way from its
    files to a table can be tried without its download. Every table of a score on them is stamped DEMO,
    because this file lies here: the numbers say nothing about the benchmark whose layout they wear.

    """
  }

  /// Reads the note; `nil` where a text is none.
  public init?(_ text: String) {
    let line = text.prefix { !$0.isNewline }
    guard
      let match = line.wholeMatch(
        of: /DEMO: (\d+) scenes? of seed (\d+), drawn by evaluate datasets demo/),
      let sceneCount = Int(match.1), let seed = UInt64(match.2)
    else { return nil }
    self.init(seed: seed, sceneCount: sceneCount)
  }
}

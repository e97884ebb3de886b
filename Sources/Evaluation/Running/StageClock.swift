/// Measures how long the stages of a run take, by the clock on the wall.
struct StageClock {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var stages: [String: Double] = [:]

  init() {
    start = clock.now
    last = start
  }

  /// Ends a stage that began where the last one ended.
  mutating func mark(_ stage: String) {
    let now = clock.now
    stages[stage] = (now - last) / .seconds(1)
    last = now
  }

  /// The seconds of each stage, and of all since the start.
  var seconds: [String: Double] {
    stages.merging(["total": (clock.now - start) / .seconds(1)]) { stage, _ in stage }
  }
}

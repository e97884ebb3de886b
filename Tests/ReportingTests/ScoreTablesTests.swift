import Imaging
import Metrics
import Reporting
import Testing

@Suite("ScoreTables")
struct ScoreTablesTests {
  /// Four classes: `bird` is only predicted, `boat` is neither present nor predicted.
  static func scores(
    _ prediction: [UInt16], policy: AbsentClassPolicy = .predictedCountsZero,
    leavingOut leftOut: Set<Int> = []
  ) throws -> SegmentationScores {
    var matrix = ConfusionMatrix(classCount: 4)
    try matrix.add(
      truth: LabelMap(width: 8, height: 1, labels: [0, 0, 1, 1, 0, 0, 1, LabelMap.ignored]),
      prediction: LabelMap(width: 8, height: 1, labels: prediction))
    return matrix.scores(policy: policy, leavingOut: leftOut)
  }

  static func tables(
    policy: AbsentClassPolicy = .predictedCountsZero, leavingOut leftOut: Set<Int> = []
  ) throws -> ScoreTables {
    let clip = try scores([1, 0, 1, 1, 0, 2, 0, 1], policy: policy, leavingOut: leftOut)
    let surgery = try scores([0, 0, 1, 1, 0, 2, 1, 1], policy: policy, leavingOut: leftOut)
    return tables(
      of: [("clip", clip), ("clip-surgery", surgery)], titled: "toy, val, 1 image",
      classNames: ["sky", "road", "bird", "boat"], policy: policy, leavingOut: leftOut)
  }

  private static func tables(
    of methods: [(name: String, scores: SegmentationScores)], titled title: String,
    classNames: [String], policy: AbsentClassPolicy, leavingOut leftOut: Set<Int> = []
  ) -> ScoreTables {
    func percent(_ ratio: Double?) -> Double? { ratio.map { 100 * $0 } }
    return ScoreTables(
      title: title, metrics: ScoreName.segmentation,
      classScores: [ScoreTables.ClassScore("IoU", mean: .mIoU)], classNames: classNames,
      leftOut: leftOut.sorted(), notes: ["In percent. Absent classes: \(policy.rawValue)."],
      meaningOfMissing: policy.meaningOfMissing,
      methods: methods.map { method in
        MethodScores(
          method: method.name, metrics: method.scores.summary.mapValues { 100 * $0 },
          perClass: [method.scores.perClass.map { percent($0.intersectionOverUnion) }])
      })
  }

  @Test("A row a method, a column a metric")
  func summary() throws {
    // clip: IoU 2/5, 2/4, 0; accuracy 2/4, 2/3. clip-surgery: IoU 3/4, 1, 0; accuracy 3/4, 1.
    #expect(
      try Self.tables().summary.rendered(as: .markdown) == """
        **toy, val, 1 image**

        | Method       |      mIoU |      mAcc |      aAcc |     fwIoU |
        | ------------ | --------: | --------: | --------: | --------: |
        | clip         |     30.00 |     58.33 |     57.14 |     44.29 |
        | clip-surgery | **58.33** | **87.50** | **85.71** | **85.71** |

        In percent. Absent classes: predicted-counts-zero.

        """)
  }

  @Test("A row a class, a column a method, the mean below a rule")
  func perClass() throws {
    #expect(
      try Self.tables().perClass[0].rendered(as: .terminal) == """
        toy, val, 1 image: IoU by class
        Class   clip  clip-surgery
        ──────────────────────────
        sky    40.00         75.00
        road   50.00        100.00
        bird    0.00          0.00
        boat       –             –
        ──────────────────────────
        mIoU   30.00         58.33
        In percent. Absent classes: predicted-counts-zero.
        –: neither in the ground truth nor predicted; in no mean.

        """)
  }

  @Test("The notes follow the policy and name the classes left out")
  func notes() throws {
    let present = try Self.tables(policy: .presentOnly, leavingOut: [0])
    #expect(
      present.perClass[0].rendered(as: .terminal) == """
        toy, val, 1 image: IoU by class
        Class   clip  clip-surgery
        ──────────────────────────
        sky    40.00         75.00
        road   50.00        100.00
        bird       –             –
        boat       –             –
        ──────────────────────────
        mIoU   50.00        100.00
        In percent. Absent classes: present-only.
        –: not in the ground truth; in no mean.
        In no mean: sky.

        """)
    let zero = try Self.tables(policy: .zero)
    #expect(zero.perClass[0].notes == ["In percent. Absent classes: zero."])
    #expect(zero.summary.notes == ["In percent. Absent classes: zero."])
  }

  @Test("Scores of nothing are missing, not zero")
  func nothing() {
    let scores = ConfusionMatrix(classCount: 1).scores()
    let tables = Self.tables(
      of: [("clip", scores)], titled: "empty", classNames: ["sky"], policy: scores.policy)
    #expect(tables.summary.rendered(as: .csv) == "Method,mIoU,mAcc,aAcc,fwIoU\r\nclip,,,,\r\n")
  }

  @Test("One table of classes for each score; a threshold and a trivial score are never the best")
  func severalScores() {
    let tables = ScoreTables(
      title: "toy", metrics: [.mSC, .threshold, .allForeground],
      classScores: [
        ScoreTables.ClassScore("IoU", mean: .mIoU),
        ScoreTables.ClassScore("score contrast", mean: .mSC),
      ], classNames: ["sky"], notes: ["In percent."],
      methods: [
        MethodScores(
          method: "clip", metrics: [.mSC: -16.73, .threshold: 0, .allForeground: 18],
          perClass: [[20], [-16.73]]),
        MethodScores(
          method: "clip-surgery", metrics: [.mSC: 34.32, .threshold: 0.31, .allForeground: 18],
          perClass: [[40], [34.32]]),
      ])
    #expect(
      tables.summary.rendered(as: .markdown) == """
        **toy**

        | Method       |       mSC | threshold | allForeground |
        | ------------ | --------: | --------: | ------------: |
        | clip         |    -16.73 |      0.00 |         18.00 |
        | clip-surgery | **34.32** |      0.31 |         18.00 |

        In percent.

        """)
    #expect(tables.perClass.map(\.title) == ["toy: IoU by class", "toy: score contrast by class"])
  }
}

public import Metrics

/// The tables of a segmentation run: a summary with a row a method, and the classes one by one.
public struct SegmentationTables: Sendable, Equatable {
  /// What was evaluated, for example the benchmark, the split and the number of images.
  public var title: String

  /// The names of the classes, in the order of the train ids.
  public let classNames: [String]

  /// What classes without true pixels did to the means.
  public let policy: AbsentClassPolicy

  /// The classes that count in no mean.
  public let leftOut: [Int]

  /// The methods, in the order in which they were asked for.
  public let methods: [MethodScores]

  /// Creates the tables of one run.
  ///
  /// - Parameters:
  ///   - title: What was evaluated.
  ///   - classNames: The names of the classes.
  ///   - policy: What classes without true pixels did to the means.
  ///   - leftOut: The classes that count in no mean.
  ///   - methods: The methods and their scores.
  /// - Precondition: every method has a score, defined or not, for every class, and the classes left
  ///   out are among them.
  public init(
    title: String, classNames: [String], policy: AbsentClassPolicy, leftOut: [Int] = [],
    methods: [MethodScores]
  ) {
    precondition(
      methods.allSatisfy { $0.classIoU.count == classNames.count },
      "Scores of \(methods.map(\.classIoU.count)) classes beside \(classNames.count) names")
    precondition(
      leftOut.allSatisfy(classNames.indices.contains),
      "Classes \(leftOut) are not all among \(classNames.count) classes")
    self.title = title
    self.classNames = classNames
    self.policy = policy
    self.leftOut = leftOut
    self.methods = methods
  }

  /// One row a method, one column a metric.
  public var summary: Table {
    let metrics = SegmentationMetric.allCases
    var table = Table(
      title: title,
      columns: [Table.Column("Method", alignment: .leading)]
        + metrics.map { Table.Column($0.rawValue) },
      notes: ["In percent. Absent classes: \(policy.rawValue)."] + leftOutNotes)
    for method in methods {
      table.append(
        [.text(method.method)] + metrics.map { .number(method.metrics[$0], .percent) })
    }
    for column in 1...metrics.count {
      table.markBest(inColumn: column)
    }
    return table
  }

  /// One row a class, one column a method, and the mean below.
  public var perClass: Table {
    var table = Table(
      title: "\(title): IoU by class",
      columns: [Table.Column("Class", alignment: .leading)]
        + methods.map { Table.Column($0.method) })
    for (index, name) in classNames.enumerated() {
      table.append([.text(name)] + methods.map { .number($0.classIoU[index], .percent) })
      table.markBest(inRow: index)
    }
    table.append(
      [.text(SegmentationMetric.mIoU.rawValue)]
        + methods.map { .number($0.metrics[.mIoU], .percent) }, startingGroup: true)
    table.markBest(inRow: classNames.count)
    let hasMissing = methods.contains { $0.classIoU.contains(nil) }
    table.notes =
      ["In percent. Absent classes: \(policy.rawValue)."]
      + (hasMissing ? [policy.meaningOfMissing] : []) + leftOutNotes
    return table
  }

  private var leftOutNotes: [String] {
    guard !leftOut.isEmpty else { return [] }
    let names = leftOut.map { classNames[$0] }.joined(separator: ", ")
    return ["In no mean: \(names)."]
  }
}

extension AbsentClassPolicy {
  /// Why a class has no score under this policy.
  fileprivate var meaningOfMissing: String {
    switch self {
    case .predictedCountsZero: "–: neither in the ground truth nor predicted; in no mean."
    case .presentOnly: "–: not in the ground truth; in no mean."
    case .zero: "–: no score."
    }
  }
}

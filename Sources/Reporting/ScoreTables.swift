public import Metrics

/// The tables of a run: a summary with a row a method, and the classes one by one.
public struct ScoreTables: Sendable, Equatable {
  /// What a table of classes shows.
  public struct ClassScore: Sendable, Equatable {
    /// What tables call it, for example `IoU`.
    public var title: String

    /// The summary score that is its mean.
    public var mean: ScoreName

    /// Names a score.
    public init(_ title: String, mean: ScoreName) {
      self.title = title
      self.mean = mean
    }
  }

  /// What was evaluated, for example the benchmark, the split and the number of images.
  public var title: String

  /// The scores of the summary, one column each.
  public var metrics: [ScoreName]

  /// What the tables of classes show, one table each.
  public var classScores: [ClassScore]

  /// The names of the classes, in the order of the class list.
  public let classNames: [String]

  /// The classes that count in no mean.
  public let leftOut: [Int]

  /// What is said below every table.
  public var notes: [String]

  /// What a missing score of a class means, said where there is one.
  public var meaningOfMissing: String?

  /// The methods, in the order in which they were asked for.
  public let methods: [MethodScores]

  /// Creates the tables of one run.
  ///
  /// - Precondition: every method has a score, defined or not, for every class in every table, and the
  ///   classes left out are among them.
  public init(
    title: String, metrics: [ScoreName], classScores: [ClassScore], classNames: [String],
    leftOut: [Int] = [], notes: [String], meaningOfMissing: String? = nil, methods: [MethodScores]
  ) {
    for method in methods {
      precondition(
        method.perClass.count == classScores.count
          && method.perClass.allSatisfy { $0.count == classNames.count },
        "Scores of \(method.perClass.map(\.count)) classes beside \(classNames.count) names")
    }
    precondition(
      leftOut.allSatisfy(classNames.indices.contains),
      "Classes \(leftOut) are not all among \(classNames.count) classes")
    self.title = title
    self.metrics = metrics
    self.classScores = classScores
    self.classNames = classNames
    self.leftOut = leftOut
    self.notes = notes
    self.meaningOfMissing = meaningOfMissing
    self.methods = methods
  }

  /// One row a method, one column a metric.
  public var summary: Table {
    var table = Table(
      title: title,
      columns: [Table.Column("Method", alignment: .leading)]
        + metrics.map { Table.Column($0.rawValue) },
      notes: notes + leftOutNotes)
    for method in methods {
      table.append(
        [.text(method.method)]
          + metrics.map { .number(method.metrics[$0], $0.isPercentage ? .percent : .ratio) })
    }
    for (column, metric) in metrics.enumerated() where metric.moreIsBetter {
      table.markBest(inColumn: column + 1)
    }
    return table
  }

  /// One table for each score of the classes: one row a class, one column a method, the mean below.
  public var perClass: [Table] {
    classScores.indices.map { index in
      let score = classScores[index]
      var table = Table(
        title: "\(title): \(score.title) by class",
        columns: [Table.Column("Class", alignment: .leading)]
          + methods.map { Table.Column($0.method) })
      for (classID, name) in classNames.enumerated() {
        table.append(
          [.text(name)] + methods.map { .number($0.perClass[index][classID], .percent) })
        table.markBest(inRow: classID)
      }
      table.append(
        [.text(score.mean.rawValue)]
          + methods.map { .number($0.metrics[score.mean], .percent) }, startingGroup: true)
      table.markBest(inRow: classNames.count)
      let hasMissing = methods.contains { $0.perClass[index].contains(nil) }
      table.notes = notes + (hasMissing ? meaningOfMissing.map { [$0] } ?? [] : []) + leftOutNotes
      return table
    }
  }

  private var leftOutNotes: [String] {
    guard !leftOut.isEmpty else { return [] }
    let names = leftOut.map { classNames[$0] }.joined(separator: ", ")
    return ["In no mean: \(names)."]
  }
}

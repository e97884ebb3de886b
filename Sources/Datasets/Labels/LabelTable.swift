/// What each raw label of a data set's files means: a train id, a pixel that is not scored, or
/// nothing that the data set should contain.
///
/// It is one look-up table, never a list of replacements made one after the other: in such a list a
/// label that became 2 would be replaced again by the rule for 2.
public struct LabelTable: Sendable, Equatable {
  /// The meaning of one raw label.
  public struct Entry: Sendable, Hashable {
    /// The value in the file.
    public let raw: Int

    /// The train id, or `nil` where pixels are not scored.
    public let trainID: Int?

    /// Creates an entry.
    public init(raw: Int, trainID: Int?) {
      self.raw = raw
      self.trainID = trainID
    }
  }

  /// What converted files hold.
  private indirect enum Conversion: Sendable, Equatable {
    /// Train ids, and 255 where a pixel is not scored.
    case trainIDs

    /// Numbers that need a table of their own.
    case labels(LabelTable)
  }

  /// Marks raw labels without a meaning; no train id is as large.
  static let unknown = UInt16.max - 1

  /// The number of classes, which is one more than the largest possible train id.
  public let classCount: Int

  /// The raw labels that are not scored and yet say something of a pixel: that it shows none of the
  /// classes.
  ///
  /// Every other label that is not scored is the data set's don't-care value.
  public let unscoredBackground: Set<UInt16>

  /// The train id of each of the 65,536 raw labels, `LabelMap.ignored`, or ``unknown``.
  let targets: [UInt16]

  private let conversion: Conversion

  /// Creates a table from the meanings of raw labels.
  ///
  /// - Parameters:
  ///   - classCount: The number of classes.
  ///   - entries: The meanings; several raw labels may share a train id, and a train id may have no
  ///     raw label.
  ///   - background: The raw labels that are not scored and say that a pixel shows none of the classes;
  ///     they need no entry.
  /// - Throws: ``DatasetError`` when a raw label is not a 16-bit value or has two meanings, or a
  ///   train id is not below the number of classes.
  /// - Precondition: there are 1 to 65,534 classes.
  public init(
    classCount: Int, entries: [Entry], unscoredBackground background: [Int] = []
  ) throws(DatasetError) {
    precondition(
      (1...Int(Self.unknown)).contains(classCount),
      "A label table needs 1 to 65534 classes, not \(classCount)")
    var targets = [UInt16](repeating: Self.unknown, count: Int(UInt16.max) + 1)
    for entry in entries + background.map({ Entry(raw: $0, trainID: nil) }) {
      guard targets.indices.contains(entry.raw) else { throw .rawLabelOutOfRange(entry.raw) }
      let target: UInt16
      if let trainID = entry.trainID {
        guard (0..<classCount).contains(trainID) else {
          throw .trainIDOutOfRange(raw: entry.raw, trainID: trainID, classCount: classCount)
        }
        target = UInt16(trainID)
      } else {
        target = Self.ignored
      }
      guard [Self.unknown, target].contains(targets[entry.raw]) else {
        throw .rawLabelWithTwoMeanings(entry.raw)
      }
      targets[entry.raw] = target
    }
    self.classCount = classCount
    self.targets = targets
    unscoredBackground = Set(background.map(UInt16.init))
    conversion = .trainIDs
  }

  /// A table whose meanings are known to be sound.
  ///
  /// - Parameters:
  ///   - classCount: The number of classes.
  ///   - trainIDs: The train id of each raw label that is scored.
  ///   - ignored: The don't-care values.
  ///   - background: The raw labels that are not scored and say that a pixel shows none of the classes.
  ///   - converted: What the labels of converted files mean, where they are not train ids.
  init(
    classCount: Int, trainIDs: [Int: Int], ignoring ignored: some Sequence<Int>,
    unscoredBackground background: Set<Int> = [], converted: LabelTable? = nil
  ) {
    var targets = [UInt16](repeating: Self.unknown, count: Int(UInt16.max) + 1)
    for (raw, trainID) in trainIDs { targets[raw] = UInt16(trainID) }
    for raw in ignored { targets[raw] = Self.ignored }
    for raw in background { targets[raw] = Self.ignored }
    self.classCount = classCount
    self.targets = targets
    unscoredBackground = Set(background.map(UInt16.init))
    conversion = converted.map(Conversion.labels) ?? .trainIDs
  }

  /// What the values mean in files that the customary converter made with this table.
  ///
  /// Mostly it is ``trainIDs(classCount:)``, save that 255 belongs to the class to which the raw label
  /// 255 belongs, where it does: a converter may have left it as it was.
  public var convertedLabels: LabelTable {
    if case .labels(let table) = conversion { return table }
    let unannotated = targets[255]
    guard classCount <= 255, Int(unannotated) < classCount else {
      return .trainIDs(classCount: classCount)
    }
    let trainIDs = (0..<classCount).map { ($0, $0) } + [(255, Int(unannotated))]
    return LabelTable(
      classCount: classCount, trainIDs: Dictionary(uniqueKeysWithValues: trainIDs),
      ignoring: [65_535])
  }

  /// The meanings, in ascending order of the raw labels; labels without a meaning are left out.
  public var entries: [Entry] {
    targets.indices.filter { targets[$0] != Self.unknown }.map { raw in
      Entry(raw: raw, trainID: targets[raw] == Self.ignored ? nil : Int(targets[raw]))
    }
  }
}

import Datasets

/// What a value of a label map says of a pixel.
public enum LabelMeaning: Sendable, Equatable {
  /// The pixel is of a class, given by its train id.
  case scored(Int)

  /// The pixel is not scored.
  case ignored

  /// Nothing: the label table does not know the value.
  case unknown
}

/// The meaning of every value, by the encoding of the file it stands in.
struct LabelMeanings: Sendable {
  private let raw: [UInt16: LabelMeaning]
  private let trainIDs: [UInt16: LabelMeaning]

  init(of table: LabelTable) {
    raw = Self.meanings(in: table)
    trainIDs = Self.meanings(in: .trainIDs(classCount: table.classCount))
  }

  subscript(value: UInt16, in encoding: LabelEncoding) -> LabelMeaning {
    switch encoding {
    case .raw: raw[value] ?? .unknown
    case .trainIDs: trainIDs[value] ?? .unknown
    }
  }

  private static func meanings(in table: LabelTable) -> [UInt16: LabelMeaning] {
    Dictionary(
      uniqueKeysWithValues: table.entries.map { entry in
        (UInt16(entry.raw), entry.trainID.map(LabelMeaning.scored) ?? .ignored)
      })
  }
}

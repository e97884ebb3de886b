/// What a variable is, with its code in the file.
///
/// Codes that are not here belong to variables without dimensions, such as handles of functions.
enum MATLABArrayClass: UInt8 {
  case cell = 1
  case structure = 2
  case object = 3
  case text = 4
  case sparse = 5
  case double = 6
  case single = 7
  case int8 = 8
  case uint8 = 9
  case int16 = 10
  case uint16 = 11
  case int32 = 12
  case uint32 = 13
  case int64 = 14
  case uint64 = 15

  /// Whether it is a full array of numbers.
  var isNumeric: Bool { rawValue >= Self.double.rawValue }

  /// What a person calls it.
  var name: String {
    switch self {
    case .cell: "a cell array"
    case .structure: "a structure"
    case .object: "an object"
    case .text: "text"
    case .sparse: "a sparse matrix"
    default: "an array of \(self)"
    }
  }
}

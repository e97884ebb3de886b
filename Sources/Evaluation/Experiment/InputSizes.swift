/// The size that images are brought to before they enter the network, for each task.
public struct InputSizes: Sendable, Equatable {
  private let segmentation: InputSize
  private let explainability: InputSize
  private let recognition: InputSize
  private let points: InputSize

  /// The size for a task.
  public subscript(task: TaskKind) -> InputSize {
    switch task {
    case .segmentation: segmentation
    case .explainability: explainability
    case .recognition: recognition
    case .points: points
    }
  }

  /// Asks for the size of each task.
  init(_ size: (TaskKind) throws(ConfigurationError) -> InputSize) throws(ConfigurationError) {
    segmentation = try size(.segmentation)
    explainability = try size(.explainability)
    recognition = try size(.recognition)
    points = try size(.points)
  }
}

extension SettingType where Value == InputSizes {
  /// One size for every task, or an object with a size a task.
  static var inputSizes: SettingType {
    let size = SettingType<InputSize>.inputSize
    let tasks = TaskKind.allCases.map(\.rawValue).joined(separator: ", ")
    let expected = "\(size.expected), or an object of these with the keys \(tasks)"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard let members = value.members else {
        let size = try size.read(value, context)
        return try InputSizes { _ in size }
      }
      guard members.allSatisfy({ TaskKind(rawValue: $0.name) != nil }) else {
        throw context.invalid(value, expected: expected)
      }
      return try InputSizes { task throws(ConfigurationError) in
        guard let stated = value[task.rawValue] else {
          throw context.invalid(value, expected: expected)
        }
        return try size.read(stated, context)
      }
    } describe: { sizes, _ in
      let first = sizes[.segmentation]
      return TaskKind.allCases.allSatisfy { sizes[$0] == first }
        ? SettingText(first.description)
        : SettingText(
          TaskKind.allCases.map { "\($0.rawValue) \(sizes[$0])" }.joined(separator: ", "))
    }
  }
}

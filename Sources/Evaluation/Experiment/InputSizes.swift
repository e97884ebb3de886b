/// The sizes that images are brought to before they enter the network, for each task.
///
/// A task has one size, or several of which every method gets a row each.
public struct InputSizes: Sendable, Equatable {
  private let segmentation: [InputSize]
  private let explainability: [InputSize]
  private let recognition: [InputSize]
  private let points: [InputSize]

  /// The sizes for a task: at least one, and no two alike.
  public subscript(task: TaskKind) -> [InputSize] {
    switch task {
    case .segmentation: segmentation
    case .explainability: explainability
    case .recognition: recognition
    case .points: points
    }
  }

  /// Asks for the sizes of each task.
  init(
    _ sizes: (TaskKind) throws(ConfigurationError) -> [InputSize]
  ) throws(ConfigurationError) {
    segmentation = try sizes(.segmentation)
    explainability = try sizes(.explainability)
    recognition = try sizes(.recognition)
    points = try sizes(.points)
  }
}

extension SettingType where Value == InputSizes {
  /// The sizes for every task, or an object with those of each.
  static var inputSizes: SettingType {
    let sizes = SettingType<[InputSize]>.eachInputSize
    let tasks = TaskKind.allCases.map(\.rawValue).joined(separator: ", ")
    let expected = "\(sizes.expected), or an object of these with the keys \(tasks)"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard let members = value.members, value[eachKey] == nil else {
        let sizes = try sizes.read(value, context)
        return try InputSizes { _ in sizes }
      }
      guard members.allSatisfy({ TaskKind(rawValue: $0.name) != nil }) else {
        throw context.invalid(value, expected: expected)
      }
      return try InputSizes { task throws(ConfigurationError) in
        guard let stated = value[task.rawValue] else {
          throw context.invalid(value, expected: expected)
        }
        return try sizes.read(stated, context)
      }
    } describe: { choice, surroundings in
      func text(_ task: TaskKind) -> String { sizes.describe(choice[task], surroundings).text }
      let first = choice[.segmentation]
      return TaskKind.allCases.allSatisfy { choice[$0] == first }
        ? SettingText(text(.segmentation))
        : SettingText(
          TaskKind.allCases.map { "\($0.rawValue) \(text($0))" }.joined(separator: ", "))
    }
  }
}

extension SettingType where Value == [InputSize] {
  /// One size, or an object whose only key holds a list of them.
  fileprivate static var eachInputSize: SettingType {
    let size = SettingType<InputSize>.inputSize
    let list = SettingType.list(of: size)
    let expected = #"\#(size.expected), or {"\#(eachKey)": […]} for a row at each of several"#
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard let members = value.members else { return [try size.read(value, context)] }
      guard let stated = value[eachKey], members.count == 1 else {
        throw context.invalid(value, expected: expected)
      }
      let sizes = try list.read(stated, context)
      guard Set(sizes).count == sizes.count else {
        throw context.invalid(stated, expected: "sizes of which no two are alike")
      }
      return sizes
    } describe: { sizes, surroundings in
      let text = list.describe(sizes, surroundings).text
      return SettingText(sizes.count == 1 ? text : "each of \(text)")
    }
  }
}

/// The key of several sizes; a plain list is one size, height and width.
private let eachKey = "each"

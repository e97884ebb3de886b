extension LabelTable: CustomStringConvertible {
  /// The table in a few words; its 65,536 entries would bury the message that it stands in.
  public var description: String {
    let labels = targets.count { $0 != Self.unknown }
    return "a label table of \(classCount) classes and \(labels) raw labels"
  }
}

/// The words that stand for the classes of a data set.
enum ClassNames: Sendable, Equatable {
  /// The data set's own names.
  case canonical

  /// The prompts that a peer wrote for the data set.
  case prompts(PromptAuthor)

  /// A file of one's own.
  case file(ResourceName)
}

extension SettingType where Value == ClassNames {
  /// `canonical`, the name of a peer, or a file.
  static var classNames: SettingType {
    let names = ["canonical"] + PromptAuthor.allCases.map(\.rawValue)
    let expected = "\(names.joined(separator: ", ")), or the path of a file of class names"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      if case .text("canonical") = value.content { return .canonical }
      if case .text(let name) = value.content, let author = PromptAuthor(rawValue: name) {
        return .prompts(author)
      }
      return .file(try SettingType<ResourceName>.resource(of: "class names").read(value, context))
    } describe: { names, _ in
      switch names {
      case .canonical: "canonical"
      case .prompts(let author): SettingText(author.rawValue)
      case .file(let resource): SettingText(resource.name)
      }
    }
  }
}

/// The words that stand for the classes of a data set.
enum ClassNames: Sendable, Equatable {
  /// The prompts that MaskCLIP's authors wrote for the data set, where they wrote any, else the data
  /// set's own names.
  case maskclip

  /// The data set's own names.
  case canonical

  /// A file of one's own.
  case file(ResourceName)
}

extension SettingType where Value == ClassNames {
  /// `maskclip`, `canonical`, or a file.
  static var classNames: SettingType {
    SettingType(expected: "maskclip, canonical, or the path of a file of class names") {
      value, context throws(ConfigurationError) in
      switch value.content {
      case .text("maskclip"): .maskclip
      case .text("canonical"): .canonical
      default: .file(try SettingType<ResourceName>.resource(of: "class names").read(value, context))
      }
    } describe: { names, _ in
      switch names {
      case .maskclip: "maskclip"
      case .canonical: "canonical"
      case .file(let resource): SettingText(resource.name)
      }
    }
  }
}

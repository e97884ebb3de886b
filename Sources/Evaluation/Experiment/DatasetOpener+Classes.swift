import OpenVocabulary

extension DatasetOpener {
  /// The words that stand for the classes.
  ///
  /// A data set for which MaskCLIP's authors wrote no prompts has its own names; another peer's prompts
  /// have to be there.
  func classList() throws -> ClassList {
    let names = file.classNames
    if case .file(let resource) = names.value {
      return try ClassList(
        contentsOf: resource.file(.classes, statedAt: names.origin, in: surroundings))
    }
    if let classes = statement.classes {
      return try ClassList(
        contentsOf: classes.value.file(.classes, statedAt: classes.origin, in: surroundings))
    }
    let locator = ResourceLocator(surroundings)
    let name = statement.kind.classListName
    if case .prompts(let author) = names.value {
      let prompts = "\(name).\(author.rawValue)"
      if let file = locator.find(.classes, prompts) { return try ClassList(contentsOf: file) }
      if author != .maskclip { throw locator.notFound(.classes, prompts, statedAt: names.origin) }
    }
    guard let list = locator.find(.classes, name) else {
      throw locator.notFound(.classes, name, statedAt: names.origin)
    }
    return try ClassList(contentsOf: list)
  }
}

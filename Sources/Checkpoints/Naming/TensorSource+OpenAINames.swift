extension TensorSource {
  /// The checkpoint's naming scheme, or `nil` where the names are none of a CLIP model.
  ///
  /// A `module.` in front of all names, which training on several devices leaves, does not matter.
  public var namingScheme: NamingScheme? {
    NamingScheme(of: descriptions.keys.map { $0.dropping(wrapper) })
  }

  /// The checkpoint by OpenAI's names.
  ///
  /// - Throws: ``CheckpointError/unknownNaming(file:got:)`` where the names are none of a CLIP model,
  ///   and what ``RenamedTensorSource/init(_:recipes:)`` throws.
  public func byOpenAINames() throws(CheckpointError) -> any TensorSource {
    let wrapper = wrapper
    let names = descriptions.keys.sorted()
    guard let scheme = namingScheme else {
      throw .unknownNaming(file: file, got: Array(names.prefix(3)))
    }
    if scheme == .openAI, wrapper.isEmpty { return self }
    let recipes = scheme.recipes(for: names.map { $0.dropping(wrapper) })
    return try RenamedTensorSource(
      self, recipes: recipes.map { ($0.name, $0.recipe.adding(wrapper)) })
  }

  /// What stands in front of all names.
  private var wrapper: String {
    let wrapper = "module."
    return descriptions.keys.allSatisfy { $0.hasPrefix(wrapper) } ? wrapper : ""
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String {
    String(dropFirst(prefix.count))
  }
}

extension TensorRecipe {
  /// The recipe with names that begin with a prefix.
  fileprivate func adding(_ prefix: String) -> TensorRecipe {
    switch self {
    case .stored(let name): .stored(prefix + name)
    case .transposed(let name): .transposed(prefix + name)
    case .joined(let names): .joined(names.map { prefix + $0 })
    }
  }
}

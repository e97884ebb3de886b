/// The names of open_clip's models with a text tower of its own (`CustomTextCLIP`).
enum OpenCLIPNames {
  /// A tensor's name by OpenAI's scheme, and how it is made.
  static func recipe(for name: String) -> (name: String, recipe: TensorRecipe) {
    // A projection that is a linear layer has [features, width] where OpenAI's has [width, features].
    if name == "text.text_projection.weight" { return ("text_projection", .transposed(name)) }
    guard name.hasPrefix("text.") else { return (name, .stored(name)) }
    return (String(name.dropFirst("text.".count)), .stored(name))
  }
}

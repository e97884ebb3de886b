import Foundation

extension SettingReader {
  /// Reads a file of settings strictly: unknown keys and wrong values are errors.
  ///
  /// - Parameters:
  ///   - kind: What the file is, which says where it is looked for.
  ///   - name: The file's name in its folder of `Configs`, or its path.
  ///   - origin: What names the file, for messages.
  ///   - schema: The settings that it may state.
  ///   - surroundings: Where it is looked for.
  /// - Throws: `ConfigurationError` where there is no such file or it is wrong.
  init(
    _ kind: ResourceLocator.Kind, named name: String, statedAt origin: SettingOrigin,
    by schema: SettingSchema, in surroundings: Surroundings
  ) throws(ConfigurationError) {
    let file = try ResourceLocator(surroundings).locate(kind, name, statedAt: origin)
    let root = try ConfigurationLoader(schema: schema, surroundings: surroundings).load(file)
    try schema.check(root, in: surroundings)
    self.init(
      root, in: surroundings, file: ConfigurationSource(file: file, in: surroundings).name)
  }
}

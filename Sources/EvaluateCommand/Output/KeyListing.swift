import Evaluation

/// The listing of every key that a configuration may state.
struct KeyListing {
  /// One paragraph a key: what it takes, its default, what it means.
  var text: String {
    ConfigurationDocument.keys.map { key in
      let standard = key.standard.map { " (default \($0))" } ?? ""
      return """
        \(key.key)\(standard)
            takes \(key.expected)
            \(key.summary)

        """
    }.joined()
  }
}

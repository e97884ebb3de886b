public import OpenVocabulary

/// A row of an experiment: a method at an input size.
public struct ScoredMethod: Sendable, Hashable {
  /// What tables and folders of predictions call the row.
  public let name: String

  /// What is done to CLIP.
  public let method: Method

  /// The size that images are brought to.
  public let inputSize: InputSize
}

extension ScoredMethod {
  /// Every method at every size, all methods of a size together, since they share what is computed.
  ///
  /// Where there is one size, a row has its method's name; where there are several, `clip @ 224` or
  /// `clip @ 224x512`, height first.
  static func rows(of methods: [Method], at sizes: [InputSize]) -> [ScoredMethod] {
    sizes.flatMap { size in
      methods.map { method in
        ScoredMethod(
          name: sizes.count == 1 ? method.name : "\(method.name) @ \(size.shortName)",
          method: method, inputSize: size)
      }
    }
  }
}

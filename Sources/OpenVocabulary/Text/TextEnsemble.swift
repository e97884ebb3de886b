public import CLIP
public import Tensors

/// The text features of a CLIP model, averaged over prompt templates.
///
/// For each text every template is filled, encoded and divided by its length; their mean, divided by
/// *its* length, is the text's feature. The empty text goes the same way: its feature is what all
/// texts have in common, the *redundant feature* of CLIP Surgery.
public struct TextEnsemble<Encoder: TextEncoder>: Sendable {
  /// The sentences that are averaged.
  public let templates: PromptTemplates

  /// What turns prompts into tokens.
  public let tokenizer: BytePairTokenizer

  /// What turns tokens into features.
  public let encoder: Encoder

  /// Combines a template list, a tokenizer and a text tower.
  public init(templates: PromptTemplates, tokenizer: BytePairTokenizer, encoder: Encoder) {
    self.templates = templates
    self.tokenizer = tokenizer
    self.encoder = encoder
  }

  /// The features of some texts, of unit length.
  ///
  /// Prompts that come to the same tokens are encoded once, and about a thousand tokens at a time.
  ///
  /// - Parameters:
  ///   - texts: Class names or whole sentences.
  ///   - progress: Told how many of how many prompts are encoded, after each batch.
  /// - Returns: `[texts, D]`.
  /// - Throws: `TokenizerError` where a prompt has more tokens than the tower reads, and whatever the
  ///   encoder throws.
  /// - Precondition: there is a text.
  public func features(
    of texts: [String], progress: (_ completed: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Tensor {
    precondition(!texts.isEmpty, "No texts have no features")
    let prompts = try tokenizer.tokens(
      of: texts.flatMap { templates.prompts(for: $0) }, contextLength: encoder.contextLength)
    var places: [[Int]: Int] = [:]
    var distinct: [[Int]] = []
    let placeOfPrompt = prompts.map { prompt in
      if let place = places[prompt] { return place }
      places[prompt] = distinct.count
      distinct.append(prompt)
      return distinct.count - 1
    }
    let features = try unitFeatures(of: distinct, progress: progress)
    return means(of: features, at: placeOfPrompt).unitRows()
  }

  /// The feature `[1, D]` of the empty text, of unit length.
  ///
  /// - Throws: Whatever the encoder throws.
  public func redundantFeature() throws -> Tensor {
    try features(of: [""])
  }

  /// The features of tokenized prompts, each of unit length.
  private func unitFeatures(
    of prompts: [[Int]], progress: (Int, Int) -> Void
  ) throws -> Tensor {
    var elements: [Float] = []
    var batch: [[Int]] = []
    var tokens = 0
    for (index, prompt) in prompts.enumerated() {
      batch.append(prompt)
      tokens += prompt.count
      guard tokens >= 1024 || index == prompts.count - 1 else { continue }
      elements += try encoder.features(of: batch).unitRows().elements
      batch = []
      tokens = 0
      progress(index + 1, prompts.count)
    }
    return Tensor(shape: [prompts.count, elements.count / prompts.count], elements: elements)
  }

  /// The mean of each text's prompts, `templates.count` neighbours at a time.
  private func means(of features: Tensor, at places: [Int]) -> Tensor {
    let width = features.shape[1]
    let source = features.elements.span
    var result = Tensor(zeros: [places.count / templates.count, width])
    var target = result.elements.mutableSpan
    for (prompt, place) in places.enumerated() {
      let text = prompt / templates.count
      for column in 0..<width {
        target[text * width + column] += source[place * width + column]
      }
    }
    for index in 0..<target.count { target[index] /= Float(templates.count) }
    return result
  }
}

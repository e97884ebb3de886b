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

  /// Whether a prompt with more tokens than the tower reads is cut rather than refused.
  public let truncates: Bool

  /// The threads that share the prompts.
  public let workers: Workers

  /// Combines a template list, a tokenizer and a text tower.
  public init(
    templates: PromptTemplates, tokenizer: BytePairTokenizer, encoder: Encoder,
    truncates: Bool = false, workers: Workers = .one
  ) {
    self.templates = templates
    self.tokenizer = tokenizer
    self.encoder = encoder
    self.truncates = truncates
    self.workers = workers
  }

  /// The features of some texts, of unit length.
  ///
  /// Prompts that come to the same tokens are encoded once, and about a thousand tokens at a time.
  ///
  /// - Parameters:
  ///   - texts: Class names or whole sentences.
  ///   - progress: Told how many of how many batches of prompts are encoded.
  /// - Returns: `[texts, D]`.
  /// - Throws: `TokenizerError` where a prompt has more tokens than the tower reads, and whatever the
  ///   encoder throws.
  /// - Precondition: there is a text.
  public func features(
    of texts: [String],
    progress: @Sendable (_ completed: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Tensor {
    precondition(!texts.isEmpty, "No texts have no features")
    let prompts = try tokenizer.tokens(
      of: texts.flatMap { templates.prompts(for: $0) }, contextLength: encoder.contextLength,
      truncating: truncates)
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
    of prompts: [[Int]], progress: @Sendable (Int, Int) -> Void
  ) throws -> Tensor {
    let batches = Self.batches(of: prompts)
    let features = try workers.map(
      batches, completed: { progress($0, batches.count) },
      { try encoder.features(of: $0).unitRows().elements })
    let elements = Array(features.joined())
    return Tensor(shape: [prompts.count, elements.count / prompts.count], elements: elements)
  }

  /// Neighbouring prompts, about a thousand tokens together; the same batches for any number of
  /// workers, because the number of rows moves the last bits of a product.
  private static func batches(of prompts: [[Int]]) -> [[[Int]]] {
    var batches: [[[Int]]] = [[]]
    var tokens = 0
    for prompt in prompts {
      if tokens >= 1024 {
        batches.append([])
        tokens = 0
      }
      batches[batches.count - 1].append(prompt)
      tokens += prompt.count
    }
    return batches
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

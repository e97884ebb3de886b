public import CLIP
public import Checkpoints
public import Imaging
public import OpenVocabulary
public import Tensors

/// Computes what `evaluate features` writes for one image: tokens, and what texts make of them.
public struct FeatureExtractor: Sendable {
  let model: CLIPModel
  let multiplier: any MatrixMultiplier
  let method: Method
  let tokenNormalisation: TokenNormalisation

  /// The texts, each a class of its own; `nil` where tokens alone are wanted.
  let classifier: TextClassifier?

  /// Combines a model, a method and texts.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - multiplier: What multiplies the matrices.
  ///   - method: Whose attention the vision tower uses.
  ///   - tokenNormalisation: How tokens come to unit length.
  ///   - classifier: The texts; `nil` where tokens alone are wanted.
  public init(
    model: CLIPModel, multiplier: any MatrixMultiplier, method: Method,
    tokenNormalisation: TokenNormalisation = .features, classifier: TextClassifier?
  ) {
    self.model = model
    self.multiplier = multiplier
    self.method = method
    self.tokenNormalisation = tokenNormalisation
    self.classifier = classifier
  }

  /// The named tensors of an image.
  ///
  /// - `tokens` `[1 + N, D]`: the class token, then the patches row by row, before normalisation.
  /// - `cosine` `[1 + N, C]`: their cosines with the texts.
  /// - `similarity` `[1 + N, C]`: after feature surgery, in the released variant, whatever the method.
  /// - `map` `[H, W, C]`: the score map of `similarity` at the image's own size.
  /// - `argmax` `[H, W]`: the segmentation rule, from `cosine`.
  ///
  /// - Parameters:
  ///   - image: The image, of any size.
  ///   - inputSize: The size it is brought to.
  /// - Returns: The tensors in the order above; the first alone where there are no texts.
  /// - Throws: `CLIPError` when the patches do not divide the input size.
  public func tensors(
    for image: RGBImage, inputSize: InputSize
  ) throws -> [(name: String, value: SafetensorsValue)] {
    let (grid, encoded) = try model.imageTokens(
      of: image, at: inputSize, under: [method.attention])
    let tokens = encoded[0]
    var tensors: [(name: String, value: SafetensorsValue)] = [("tokens", .float32(tokens))]
    guard let classifier else { return tensors }
    let cosine = classifier.cosines(of: tokenNormalisation.normalised(tokens), using: multiplier)
    let similarity = FeatureSurgery(.released).similarity(fromCosines: cosine)
    let map = try ScoreMap(of: similarity.patchGrid(rows: grid.rows, columns: grid.columns))
    let labels = try SegmentationRule(classOfQuery: classifier.classes.classOfQuery).labels(
      from: cosine.patchGrid(rows: grid.rows, columns: grid.columns),
      width: image.width, height: image.height)
    tensors += [
      ("cosine", .float32(cosine)),
      ("similarity", .float32(similarity)),
      ("map", .float32(map.resampled(toHeight: image.height, width: image.width))),
      (
        "argmax",
        .int32(shape: [image.height, image.width], values: labels.labels.map { Int32($0) })
      ),
    ]
    return tensors
  }
}

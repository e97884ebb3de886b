public import Imaging
public import OpenVocabulary
import Tensors

extension ImageExplainer {
  /// Chooses points on and beside what texts say, under the first method.
  ///
  /// - Parameters:
  ///   - image: The image, of any size.
  ///   - combinations: For each answer the texts that it combines, by their places.
  ///   - threshold: The share of the highest score that a positive point needs, from 0 to 1.
  /// - Returns: The points of each combination, in pixels of the image.
  /// - Throws: `CLIPError` when the patches do not divide the input size, and `OpenVocabularyError` where a
  ///   score is not finite.
  public func pointPrompts(
    on image: RGBImage, combining combinations: [[Int]], threshold: Float
  ) throws -> [PointPrompts] {
    let similarity = try similarities(of: image)[0]
    return try combinations.map { texts in
      try PointPrompts(
        combining: similarity, queries: texts, width: image.width, height: image.height,
        threshold: threshold)
    }
  }
}

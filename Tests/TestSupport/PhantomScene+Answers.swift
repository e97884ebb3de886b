import Foundation
public import Tensors

/// The closed forms: what a ``PhantomCheckpoint`` answers, in double precision.
extension PhantomScene {
  /// The projected tokens `[1 + rows·columns, 8]`, class token first.
  ///
  /// `firstBlock` is the first surgical block, counted from 1, or `nil` for the original network.
  public func tokens(firstBlock: Int?) -> Tensor {
    let rows = [classToken] + cells.map { patchToken(of: $0, firstBlock: firstBlock) }
    return Tensor(
      shape: [rows.count, PhantomCheckpoint.embeddingWidth],
      elements: rows.flatMap { $0.map { Float($0) } })
  }

  /// The class token: the picture's mix of colours, 8·n_k / (N + 1), before scaling to unit length.
  public var classToken: [Double] {
    Self.answer { Double(PhantomCheckpoint.blockCount * count(of: $0)) / Double(cells.count + 1) }
  }

  /// The token of a patch of some colour, before scaling to unit length:
  /// (d − 1) × the complement's mix + (9 − d) × its own colour.
  public func patchToken(of colour: PhantomColour, firstBlock: Int?) -> [Double] {
    let blocks = PhantomCheckpoint.blockCount
    let original = Double((firstBlock ?? blocks + 1) - 1)
    let complement = attended(by: colour, ownScore: -PhantomCheckpoint.sharpness)
    let own = attended(by: colour, ownScore: PhantomCheckpoint.sharpness)
    return zip(complement, own).map { original * $0 + (Double(blocks) - original) * $1 }
  }

  /// The feature of every prompt that names a class, at unit length: ⅘·e_class + ⅗·e₀; for
  /// `.background` that of prompts that name none, e₀.
  public static func textFeature(of colour: PhantomColour) -> [Double] {
    unit(answer { $0 == colour ? 1 : $0 == .background ? 0.75 : 0 })
  }

  /// The cosine of a patch's token with a class's text.
  public func cosine(
    of patch: PhantomColour, with text: PhantomColour, firstBlock: Int?
  ) -> Double {
    Self.dot(
      Self.unit(patchToken(of: patch, firstBlock: firstBlock)), Self.textFeature(of: text))
  }

  /// The score of a patch for each class after feature surgery as released:
  /// S_j = w_j·cos_j − mean_k(w_k·cos_k), w = softmax(2·F_c·F_tᵀ) / mean.
  ///
  /// Where all classes are equally frequent w is 1, and what a patch has in common with all texts is
  /// gone: a background patch's scores are 0 whatever its cosines are.
  public func featureSurgeryScores(of patch: PhantomColour, firstBlock: Int?) -> [Double] {
    let classes = PhantomColour.classes
    let raw = classes.map {
      exp(2 * Self.dot(Self.unit(classToken), Self.textFeature(of: $0)))
    }
    let mean = raw.reduce(0, +) / Double(raw.count)
    let weighted = zip(classes, raw).map {
      $1 / mean * cosine(of: patch, with: $0, firstBlock: firstBlock)
    }
    let common = weighted.reduce(0, +) / Double(weighted.count)
    return weighted.map { $0 - common }
  }

  /// What one block's attention gives a patch: softmax over all patches and the class token, of
  /// `ownScore` for its own colour and 0 for the rest; the class token has no colour to give.
  private func attended(by colour: PhantomColour, ownScore: Double) -> [Double] {
    let weights = Self.answer { other in
      Double(count(of: other)) * (other == colour ? exp(ownScore) : 1)
    }
    let total = weights.reduce(1, +)
    return weights.map { $0 / total }
  }

  private func count(of colour: PhantomColour) -> Int {
    cells.count { $0 == colour }
  }

  /// A vector of the shared features with a value for each colour.
  private static func answer(_ value: (PhantomColour) -> Double) -> [Double] {
    let values = PhantomColour.allCases.map(value)
    return values
      + [Double](repeating: 0, count: PhantomCheckpoint.embeddingWidth - values.count)
  }

  private static func unit(_ vector: [Double]) -> [Double] {
    let length = dot(vector, vector).squareRoot()
    return vector.map { $0 / length }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

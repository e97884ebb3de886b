import Tensors

/// The parts that both towers of a phantom share.
enum PhantomTransformer {
  /// The number of features of a token, and of its only attention head.
  static let width = 64

  /// R, the coefficient of both ballast axes.
  static let ballast: Float = 4096

  /// The axis that holds a colour's code.
  static func codeAxis(_ colour: PhantomColour) -> Int { colour.rawValue }

  /// The axis onto which attention writes a colour's share.
  static func answerAxis(_ colour: PhantomColour) -> Int { 8 + colour.rawValue }

  /// The axis that marks the end of a text.
  static let endOfTextAxis = 16

  /// The axes that make every token equally long.
  static let ballastAxes = [30, 31]

  /// Queries, keys and values are 16 times what they read: √S · √√(head width) = √(32 · 8).
  static let gain: Float = 16

  /// A layer normalisation that changes nothing.
  static func identityNormalisation(_ name: String) -> [(name: String, tensor: Tensor)] {
    let scale = [Float](repeating: ballast / 4, count: width)
    return [
      ("\(name).weight", Tensor(shape: [width], elements: scale)),
      ("\(name).bias", Tensor(zeros: [width])),
    ]
  }

  /// One block, its tensors' names behind `name`.
  ///
  /// Queries and keys read axes into features of the head; `share` is the factor with which an
  /// attended code is written onto its answer axis.
  static func block(
    _ name: String, queries: [(feature: Int, axis: Int, factor: Float)],
    keys: [(feature: Int, axis: Int, factor: Float)], share: Float
  ) -> [(name: String, tensor: Tensor)] {
    var input = Tensor(zeros: [3 * width, width])
    for (part, reads) in [queries, keys].enumerated() {
      for (feature, axis, factor) in reads {
        input.setAxis(axis, inRow: part * width + feature, to: factor * gain / 2)
      }
    }
    var output = Tensor(zeros: [width, width])
    for colour in PhantomColour.allCases {
      input.setAxis(codeAxis(colour), inRow: 2 * width + colour.rawValue, to: gain / 2)
      let answer = 2 * answerAxis(colour)
      output.elements[answer * width + colour.rawValue] = share / gain
      output.elements[(answer + 1) * width + colour.rawValue] = -share / gain
    }
    return identityNormalisation("\(name).ln_1") + identityNormalisation("\(name).ln_2") + [
      ("\(name).attn.in_proj_weight", input),
      ("\(name).attn.in_proj_bias", Tensor(zeros: [3 * width])),
      ("\(name).attn.out_proj.weight", output),
      ("\(name).attn.out_proj.bias", Tensor(zeros: [width])),
      ("\(name).mlp.c_fc.weight", Tensor(zeros: [4 * width, width])),
      ("\(name).mlp.c_fc.bias", Tensor(zeros: [4 * width])),
      ("\(name).mlp.c_proj.weight", Tensor(zeros: [width, 4 * width])),
      ("\(name).mlp.c_proj.bias", Tensor(zeros: [width])),
    ]
  }

  /// The projection `[width, embedding]` that takes the answer for colour k to feature k.
  static func projection() -> Tensor {
    var projection = Tensor(zeros: [width, PhantomCheckpoint.embeddingWidth])
    for colour in PhantomColour.allCases {
      let answer = 2 * answerAxis(colour) * PhantomCheckpoint.embeddingWidth + colour.rawValue
      projection.elements[answer] = 0.5
      projection.elements[answer + PhantomCheckpoint.embeddingWidth] = -0.5
    }
    return projection
  }
}

extension Tensor {
  /// Sets an axis's coefficient in one row of token features `[rows, 64]`.
  ///
  /// In a row of weights half a coefficient reads what was set.
  mutating func setAxis(_ axis: Int, inRow row: Int, to coefficient: Float) {
    elements[row * shape[1] + 2 * axis] = coefficient
    elements[row * shape[1] + 2 * axis + 1] = -coefficient
  }
}

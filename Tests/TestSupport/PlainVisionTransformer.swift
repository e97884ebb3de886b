public import Checkpoints
import Foundation
public import Tensors

/// CLIP's vision transformer as its formulas are written.
///
/// Float64, whole matrices, one loop after the other, nothing shared with the program. Slow, and for images
/// of the checkpoint's own size alone.
public struct PlainVisionTransformer {
  /// What is done to the blocks from one on, counted from 1.
  public struct Surgery {
    /// The first block, counted from 1.
    public var firstBlock: Int

    /// Whether there is one path, whose attention is changed, and not a new one beside it.
    public var isSingle: Bool

    /// Whether the path with v·v attention goes through the MLPs.
    public var hasFeedForward: Bool

    /// Describes a surgery; without further words the paper's.
    public init(firstBlock: Int, isSingle: Bool = false, hasFeedForward: Bool = false) {
      self.firstBlock = firstBlock
      self.isSingle = isSingle
      self.hasFeedForward = hasFeedForward
    }
  }

  /// What one block of the original network adds to its stream, and how its tokens attend.
  public struct BlockAnswer {
    /// The attention's output of each token.
    public var attention: [[Double]]

    /// The MLP's output of each token.
    public var feedForward: [[Double]]

    /// softmax(s·Q Kᵀ), `[head][query][key]`.
    public var queryKey: [[[Double]]]

    /// softmax(s·V Vᵀ).
    public var valueValue: [[[Double]]]
  }

  private let weights: [String: [[Double]]]
  private let headCount: Int

  /// The number of blocks.
  public let blockCount: Int

  /// Reads every tensor of the tower, by OpenAI's names.
  public init(_ source: any TensorSource, headCount: Int) throws {
    var weights: [String: [[Double]]] = [:]
    for name in source.descriptions.keys where name.hasPrefix("visual.") {
      let tensor = try source.tensor(named: name)
      let columns = tensor.shape.count == 1 ? tensor.count : tensor.count / tensor.shape[0]
      weights[String(name.dropFirst(7))] = tensor.rows(of: columns)
    }
    self.weights = weights
    self.headCount = headCount
    blockCount = (0...).first { weights["transformer.resblocks.\($0).ln_1.weight"] == nil } ?? 0
  }

  /// The projected tokens behind a block, by default behind the last.
  public func tokens(
    of image: Tensor, under surgery: Surgery? = nil, behindBlock last: Int? = nil
  ) -> Tensor {
    var x = embedded(image)
    var new: [[Double]]?
    for number in 1...(last ?? blockCount) {
      let name = "transformer.resblocks.\(number - 1)"
      let isSurgical = surgery.map { number >= $0.firstBlock } ?? false
      let heads = parts(of: x, name)
      let values = attention(heads, asking: heads.v, by: heads.v, name).output
      if isSurgical, surgery?.isSingle == true {
        x = sum(x, values)
        if surgery?.hasFeedForward == true { x = sum(x, mlp(x, name)) }
        continue
      }
      if isSurgical {
        var path = sum(new ?? x, values)
        if surgery?.hasFeedForward == true { path = sum(path, mlp(path, name)) }
        new = path
      }
      x = sum(x, attention(heads, asking: heads.q, by: heads.k, name).output)
      x = sum(x, mlp(x, name))
    }
    if let new { x = [x[0]] + new.dropFirst() }
    return Tensor(rows: features(of: x))
  }

  /// What each block of the original network does, and the tokens behind the last one.
  public func answers(of image: Tensor) -> (blocks: [BlockAnswer], tokens: [[Double]]) {
    var x = embedded(image)
    var answers: [BlockAnswer] = []
    for number in 1...blockCount {
      let name = "transformer.resblocks.\(number - 1)"
      let heads = parts(of: x, name)
      let original = attention(heads, asking: heads.q, by: heads.k, name)
      x = sum(x, original.output)
      let feedForward = mlp(x, name)
      x = sum(x, feedForward)
      answers.append(
        BlockAnswer(
          attention: original.output, feedForward: feedForward, queryKey: original.weights,
          valueValue: attention(heads, asking: heads.v, by: heads.v, name).weights))
    }
    return (answers, x)
  }

  /// `ln_post`, then the projection.
  public func features(of tokens: [[Double]]) -> [[Double]] {
    let projection = weights["proj"] ?? []
    return normalised(tokens, "ln_post").map { row in
      (0..<projection[0].count).map { column in
        row.indices.reduce(0) { $0 + row[$1] * projection[$1][column] }
      }
    }
  }

  private func embedded(_ image: Tensor) -> [[Double]] {
    let kernels = weights["conv1.weight"] ?? []
    let patch = Int(Double(kernels[0].count / 3).squareRoot())
    let (height, width) = (image.shape[1], image.shape[2])
    let positions = weights["positional_embedding"] ?? []
    var tokens = [zip(weights["class_embedding"]?[0] ?? [], positions[0]).map(+)]
    for row in 0..<(height / patch) {
      for column in 0..<(width / patch) {
        let place = positions[tokens.count]
        tokens.append(
          kernels.indices.map { channel in
            var sum = place[channel]
            for index in kernels[channel].indices {
              let (plane, pixel) = index.quotientAndRemainder(dividingBy: patch * patch)
              let (y, x) = pixel.quotientAndRemainder(dividingBy: patch)
              let place = (plane * height + row * patch + y) * width + column * patch + x
              sum += kernels[channel][index] * Double(image.elements[place])
            }
            return sum
          })
      }
    }
    precondition(tokens.count == positions.count, "The plain tower takes native sizes only")
    return normalised(tokens, "ln_pre")
  }

  private func parts(of x: [[Double]], _ name: String) -> (
    q: [[Double]], k: [[Double]], v: [[Double]]
  ) {
    let rows = linear(normalised(x, "\(name).ln_1"), "\(name).attn.in_proj_")
    let width = x[0].count
    func part(_ index: Int) -> [[Double]] {
      rows.map { Array($0[(index * width)..<((index + 1) * width)]) }
    }
    return (part(0), part(1), part(2))
  }

  private func attention(
    _ heads: (q: [[Double]], k: [[Double]], v: [[Double]]), asking queries: [[Double]],
    by keys: [[Double]], _ name: String
  ) -> (output: [[Double]], weights: [[[Double]]]) {
    let width = heads.v[0].count
    let headWidth = width / headCount
    var joined = heads.v.map { _ in [Double](repeating: 0, count: width) }
    var allWeights: [[[Double]]] = []
    for head in 0..<headCount {
      let features = (head * headWidth)..<((head + 1) * headWidth)
      let weights = queries.map { query -> [Double] in
        let scores = keys.map { key in
          features.reduce(0) { $0 + query[$1] * key[$1] } / Double(headWidth).squareRoot()
        }
        let highest = scores.max() ?? 0
        let exponentials = scores.map { exp($0 - highest) }
        let sum = exponentials.reduce(0, +)
        return exponentials.map { $0 / sum }
      }
      for (row, weights) in weights.enumerated() {
        for feature in features {
          joined[row][feature] = weights.indices.reduce(0) {
            $0 + weights[$1] * heads.v[$1][feature]
          }
        }
      }
      allWeights.append(weights)
    }
    return (linear(joined, "\(name).attn.out_proj."), allWeights)
  }

  private func mlp(_ x: [[Double]], _ name: String) -> [[Double]] {
    let hidden = linear(normalised(x, "\(name).ln_2"), "\(name).mlp.c_fc.").map { row in
      row.map { $0 / (1 + exp(-1.702 * $0)) }
    }
    return linear(hidden, "\(name).mlp.c_proj.")
  }

  private func linear(_ x: [[Double]], _ name: String) -> [[Double]] {
    let (matrix, bias) = (weights[name + "weight"] ?? [], weights[name + "bias"]?[0] ?? [])
    return x.map { row in
      matrix.indices.map { output in
        var sum = bias[output]
        for input in row.indices { sum += matrix[output][input] * row[input] }
        return sum
      }
    }
  }

  private func normalised(_ x: [[Double]], _ name: String) -> [[Double]] {
    let (scale, shift) = (weights["\(name).weight"]?[0] ?? [], weights["\(name).bias"]?[0] ?? [])
    return x.map { row in
      let mean = row.reduce(0, +) / Double(row.count)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
      return row.indices.map {
        (row[$0] - mean) / (variance + 1e-5).squareRoot() * scale[$0] + shift[$0]
      }
    }
  }

  private func sum(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
    zip(first, second).map { zip($0, $1).map(+) }
  }
}

extension Tensor {
  /// A matrix of rounded rows.
  public init(rows: [[Double]]) {
    self.init(
      shape: [rows.count, rows.first?.count ?? 0], elements: rows.joined().map { Float($0) })
  }

  fileprivate func rows(of columns: Int) -> [[Double]] {
    stride(from: 0, to: count, by: columns).map { start in
      elements[start..<(start + columns)].map { Double($0) }
    }
  }
}

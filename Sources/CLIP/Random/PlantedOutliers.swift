import Tensors

/// What makes a few channels and a few tokens of a random model as large as some are in real CLIPs.
///
/// In a transformer, three channels are large for all tokens from the beginning, and one more marks some
/// tokens: about two in a hundred positions of an image, and the first of a text. A third of the way up,
/// one neuron of an MLP sees the mark and writes a large value onto the three channels.
///
/// In a ModifiedResNet, three channels of the second and of the third stage are large. Whatever reads them
/// is normalised by variances that know of it, as training would have it. Two in a hundred positions
/// of the attention pool are large.
struct PlantedOutliers: Sendable {
  /// How many times as large the channels are.
  static let factor: Float = 60

  /// How many there are.
  static let channelCount = 3

  /// The size of the mark, before the layer normalisation that reads it.
  private static let mark: Float = 40

  private let architecture: CLIPArchitecture
  private let seed: UInt64

  init(in architecture: CLIPArchitecture, seed: UInt64) {
    self.architecture = architecture
    self.seed = seed
  }

  /// Changes a tensor, if it is one of those concerned.
  func plant(in tensor: inout Tensor, named name: String) {
    if name.hasPrefix("visual.") {
      let rest = String(name.dropFirst("visual.".count))
      switch architecture.vision {
      case .transformer(let tower):
        plant(
          in: &tensor, named: rest, of: tower.transformer, tower: "visual",
          scaling: "ln_pre.weight", marking: markedPositions(of: tower.gridSide))
      case .resNet(let network): plant(in: &tensor, named: rest, of: network)
      }
    } else {
      plant(
        in: &tensor, named: name, of: architecture.text.transformer, tower: "text",
        scaling: "token_embedding.weight", marking: [0])
    }
  }

  /// Two in a hundred rows of a position table, behind that of the class token.
  private func markedPositions(of gridSide: Int) -> [Int] {
    let cells = gridSide * gridSide
    var random = WeightRandom(seed: seed, name: "outliers.positions")
    return random.choices(max(1, cells / 50), below: cells).map { $0 + 1 }
  }

  /// The large channels, and behind them the one that marks.
  private func channels(of tower: String, width: Int) -> [Int] {
    var random = WeightRandom(seed: seed, name: "outliers.\(tower)")
    return random.choices(min(width, Self.channelCount + 1), below: width)
  }

  private func plant(
    in tensor: inout Tensor, named name: String, of transformer: TransformerArchitecture,
    tower: String, scaling: String, marking positions: [Int]
  ) {
    let width = transformer.width
    let channels = channels(of: tower, width: width)
    let (large, marker) = (channels.dropLast(), channels[channels.count - 1])
    let block = "transformer.resblocks.\(transformer.blockCount / 3)"
    switch name {
    case scaling:
      for row in 0..<(tensor.count / width) {
        for channel in large { tensor.elements[row * width + channel] *= Self.factor }
      }
    case "positional_embedding":
      for row in positions { tensor.elements[row * width + marker] = Self.mark }
    case "\(block).mlp.c_fc.weight":
      for channel in 0..<width { tensor.elements[channel] = channel == marker ? 20 : 0 }
    case "\(block).mlp.c_fc.bias":
      tensor.elements[0] = -Self.mark
    case "\(block).mlp.c_proj.weight":
      for channel in large { tensor.elements[channel * transformer.hiddenWidth] = 6 }
    default: break
    }
  }

  private func plant(
    in tensor: inout Tensor, named name: String, of network: ModifiedResNetArchitecture
  ) {
    if name == "attnpool.positional_embedding" {
      for row in markedPositions(of: network.gridSide) {
        for channel in 0..<network.poolWidth {
          tensor.elements[row * network.poolWidth + channel] *= Self.factor / 3
        }
      }
      return
    }
    for stage in 1...2 {
      let width = ModifiedResNetArchitecture.expansion * network.channels(inStage: stage)
      let block = "layer\(stage + 1)."
      let next = "layer\(stage + 2).0."
      if name == "\(block)0.bn3.weight" || name == "\(block)0.bn3.bias" {
        for channel in channels(of: block, width: width).prefix(Self.channelCount) {
          tensor.elements[channel] *= Self.factor
        }
      } else if name.hasSuffix(".running_var"), reads(name, block: block, next: next) {
        let power = Float(Self.channelCount) * Self.factor * Self.factor / 4
        for index in tensor.elements.indices { tensor.elements[index] *= 1 + power / Float(width) }
      }
    }
  }

  /// Whether a variance is that of a convolution which reads a stage's large channels.
  private func reads(_ name: String, block: String, next: String) -> Bool {
    (name.hasPrefix(block) && name.hasSuffix("bn1.running_var")
      && !name.hasPrefix("\(block)0."))
      || name == "\(next)bn1.running_var" || name == "\(next)downsample.1.running_var"
  }
}

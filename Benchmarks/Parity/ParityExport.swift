import CLIP
import Checkpoints
import Foundation
import Tensors

/// Writes a random model of a named architecture and what it answers to one image and three texts, for
/// `Benchmarks/reference/parity.py` to hold against an independent implementation.
///
///     parity-export ARCHITECTURE FOLDER ACTIVATION BLOCKS OUTLIERS SEED
///
/// ACTIVATION is `quick-gelu` or `gelu`; BLOCKS is the number in each tower or stage, or `all`; OUTLIERS
/// is `true` or `false`. The folder receives `model.safetensors` and `answers.safetensors`.
@main
enum ParityExport {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    guard arguments.count == 6, let activation = Activation(rawValue: arguments[2]),
      let hasOutliers = Bool(arguments[4]), let seed = UInt64(arguments[5])
    else { throw ParityError.usage(got: arguments) }
    if let reason = OpenBLAS.relaunchWithFittingKernels() { throw ParityError.kernels(reason) }
    var architecture = try NamedArchitecture.named(arguments[0]).architecture
    if let blocks = Int(arguments[3]) { architecture = architecture.limited(toBlocks: blocks) }
    let folder = URL(filePath: arguments[1])
    let random = RandomModel(architecture, seed: seed, plantingOutliers: hasOutliers)
    let file = folder.appending(path: "model.safetensors")
    try random.write(to: file)
    let model = try CLIPModel(
      source: CheckpointFile.open(file), multiplier: OpenBLASMultiplier(), activation: activation)

    let image = image(side: architecture.vision.imageSide, seed: seed)
    let tokens = try model.vision.imageTokens(for: image, under: [.original, .surgery()])
    let texts = texts(for: architecture.text, seed: seed)
    var answers: [(name: String, value: SafetensorsValue)] = [
      ("image", .float32(image)), ("tokens.original", .float32(tokens[0])),
      ("tokens.surgery", .float32(tokens[1])),
      ("text.features", .float32(try model.text.features(of: texts))),
    ]
    for (index, text) in texts.enumerated() {
      let ids = text.map { Int64($0) }
      answers.append(("text.\(index)", .int64(shape: [ids.count], values: ids)))
    }
    try SafetensorsWriter.write(answers, to: folder.appending(path: "answers.safetensors"))
  }

  /// An image of noise over a slope, as normalised pixels `[3, side, side]`.
  private static func image(side: Int, seed: UInt64) -> Tensor {
    var generator = SeededGenerator(state: seed)
    var image = Tensor(zeros: [3, side, side])
    for index in image.elements.indices {
      let (row, column) = (index / side % side, index % side)
      let slope = Float(row + (index / side / side) * column) / Float(side) - 1
      image.elements[index] = slope + Float.random(in: -1...1, using: &generator)
    }
    return image
  }

  /// A short, a usual and the longest text, with start and end.
  private static func texts(for text: CLIPArchitecture.Text, seed: UInt64) -> [[Int]] {
    var generator = SeededGenerator(state: seed &+ 1)
    let start = text.vocabularySize - 2
    return [1, 10, text.contextLength - 2].map { length in
      [start] + (0..<length).map { _ in Int.random(in: 0..<start, using: &generator) }
        + [start + 1]
    }
  }
}

/// SplitMix64.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Why nothing was written.
private enum ParityError: Error {
  case usage(got: [String])
  case kernels(String)
}

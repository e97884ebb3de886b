import CLIP
import Checkpoints
import Foundation
import Tensors

/// Times the image encoder of a random model, a round for each line on standard input, so that
/// `Benchmarks/reference/vision_speed.py` can time another implementation in turn.
///
///     vision-speed ARCHITECTURE CHECKPOINT SIDE
///
/// CHECKPOINT is written where it is not there. Each round prints the processor's seconds that the dense
/// tokens of an image of SIDE × SIDE took on one thread, of the original network and of CLIP Surgery
/// together; the first line holds the sum of the absolute values of CLIP Surgery's tokens instead.
@main
enum VisionSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    guard arguments.count == 3, let side = Int(arguments[2]) else {
      throw SpeedError.usage(got: arguments)
    }
    if let reason = OpenBLAS.relaunchWithFittingKernels() { throw SpeedError.kernels(reason) }
    let architecture = try NamedArchitecture.named(arguments[0]).architecture
    let file = URL(filePath: arguments[1])
    if !FileManager.default.fileExists(atPath: arguments[1]) {
      try RandomModel(architecture, seed: 1).write(to: file)
    }
    let multiplier = OpenBLASMultiplier()
    let model = try CLIPModel(
      source: CheckpointFile.open(file), multiplier: multiplier, activation: .quickGELU)
    // A slope, the same in any language.
    var image = Tensor(zeros: [3, side, side])
    for index in image.elements.indices {
      image.elements[index] = Float(index % 251) / 125 - 1
    }
    let variants: [AttentionVariant] = [.original, .surgery()]
    let tokens = try model.vision.imageTokens(for: image, under: variants)
    report("\(tokens[1].elements.reduce(0) { $0 + Double(abs($1)) }) \(multiplier.name)")
    while readLine() != nil {
      let start = clock()
      _ = try model.vision.imageTokens(for: image, under: variants)
      report("\(Double(clock() - start) / Double(CLOCKS_PER_SEC))")
    }
  }

  private static func report(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}

/// Why nothing was timed.
private enum SpeedError: Error {
  case usage(got: [String])
  case kernels(String)
}

import Checkpoints
import Foundation
import Tensors

/// One image's scores or tokens, as another program wrote them, mapped into memory.
///
/// A safetensors file names its tensors; the one array of a `.npy` file is known by its axes.
struct ScoreMapFile {
  /// The file.
  let url: URL

  /// What it holds.
  let contents: ScoreMapContents

  private let source: any TensorSource

  /// What a tensor is called in the file, by what it is called here.
  private let names: [ScoreMapTensor: String]

  /// Opens a file.
  ///
  /// - Throws: `CheckpointError` where it breaks its format, ``ScoreMapError`` where it holds nothing that
  ///   is known.
  init(contentsOf url: URL) throws {
    self.url = url
    if url.pathExtension == Self.arrayExtension {
      let file = try NumPyFile(contentsOf: url)
      let shape = file.description.shape
      guard let tensor = ScoreMapTensor.ofImages.first(where: { $0.axes == shape.count }) else {
        throw ScoreMapError.wrongShape(
          file: url, tensor: "the array", got: shape,
          expected: ScoreMapTensor.ofImages.map(\.words).joined(separator: " or "))
      }
      source = file
      names = [tensor: NumPyFile.arrayName]
    } else {
      let file = try SafetensorsFile(contentsOf: url)
      source = file
      names = Dictionary(
        uniqueKeysWithValues: ScoreMapTensor.allCases.map { ($0, $0.rawValue) }.filter {
          file.descriptions[$0.1] != nil
        })
    }
    guard let contents = ScoreMapContents(of: Set(names.keys)) else {
      throw ScoreMapError.unknownContents(
        file: url, got: source.descriptions.keys.sorted(),
        expected: ScoreMapContents.words)
    }
    self.contents = contents
  }

  /// The shape of a tensor; `nil` where there is none of the name.
  func shape(of tensor: ScoreMapTensor) -> [Int]? {
    names[tensor].flatMap { source.descriptions[$0]?.shape }
  }

  /// Reads a tensor and checks it.
  ///
  /// - Parameters:
  ///   - tensor: Which.
  ///   - expected: The shapes it may have, in words.
  ///   - fits: Whether a shape is one of them.
  /// - Returns: Its numbers.
  /// - Throws: `CheckpointError` where it is not there or no floating-point numbers, ``ScoreMapError`` where
  ///   its shape is another, or a number is not finite.
  func tensor(
    _ tensor: ScoreMapTensor, _ expected: String, _ fits: ([Int]) -> Bool
  ) throws -> Tensor {
    let value = try source.tensor(named: names[tensor] ?? tensor.rawValue)
    guard value.shape.count == tensor.axes, !value.shape.contains(0), fits(value.shape) else {
      throw ScoreMapError.wrongShape(
        file: url, tensor: tensor.rawValue, got: value.shape, expected: expected)
    }
    try Self.requireFinite(value, tensor.rawValue, in: url)
    return value
  }

  /// The rows and columns of the patches: as stated, or a square.
  ///
  /// - Throws: ``ScoreMapError`` where nothing tells, or what is stated is another number of patches.
  func grid(ofPatches count: Int) throws -> (rows: Int, columns: Int) {
    guard let name = names[.grid] else {
      let side = Int(Double(count).squareRoot().rounded())
      guard side * side == count else { throw ScoreMapError.unknownGrid(file: url, got: count) }
      return (side, side)
    }
    let stated = try source.integers(named: name)
    guard stated.count == 2, stated.allSatisfy({ $0 > 0 }),
      stated[0].multipliedReportingOverflow(by: stated[1]) == (count, false)
    else {
      throw ScoreMapError.wrongShape(
        file: url, tensor: "the grid of patches", got: stated,
        expected: "two whole numbers whose product is the number of patches, \(count)")
    }
    return (stated[0], stated[1])
  }

  /// Refuses what no comparison could order.
  static func requireFinite(
    _ tensor: Tensor, _ name: String, in file: URL
  ) throws(ScoreMapError) {
    guard var index = tensor.elements.firstIndex(where: { !$0.isFinite }) else { return }
    let value = tensor.elements[index]
    var place: [Int] = []
    for extent in tensor.shape.reversed() {
      place.insert(index % extent, at: 0)
      index /= extent
    }
    throw .notFinite(file: file, tensor: name, got: value, at: place)
  }

  /// How the files of arrays end.
  static let arrayExtension = "npy"

  /// How the files of an image may end.
  static let extensions = ["safetensors", arrayExtension]
}

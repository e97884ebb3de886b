public import Tensors

/// A picture made of whole patches of ``PhantomColour``s, for a ``PhantomCheckpoint`` to look at.
public struct PhantomScene: Sendable {
  /// The number of patches down.
  public let rows: Int

  /// The number of patches across.
  public let columns: Int

  /// The colour of each patch from the top left, row by row.
  public let cells: [PhantomColour]

  /// Creates a scene.
  ///
  /// What ``PhantomCheckpoint`` promises of CLIP's answers holds where two classes or more are seen.
  public init(rows: Int, columns: Int, cells: [PhantomColour]) {
    precondition(cells.count == rows * columns, "\(cells.count) cells do not fill the scene")
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  /// A scene of upright bands, each as many patches wide as stated.
  ///
  /// Bands have no corners, which bilinear upsampling would round off, so where all are equally wide
  /// an argmax over upsampled scores meets the borders exactly.
  public init(rows: Int, bands: [(colour: PhantomColour, columns: Int)]) {
    let row = bands.flatMap { Array(repeating: $0.colour, count: $0.columns) }
    self.init(
      rows: rows, columns: row.count, cells: (0..<rows).flatMap { _ in row })
  }

  /// The four colours in bands of two patches each: 64 × 64 pixels, all equally frequent.
  public static let bands = PhantomScene(
    rows: 8, bands: PhantomColour.allCases.map { ($0, 2) })

  /// The width in pixels.
  public var width: Int { columns * PhantomCheckpoint.patchSize }

  /// The height in pixels.
  public var height: Int { rows * PhantomCheckpoint.patchSize }

  /// The colour at a pixel.
  public func colour(atRow row: Int, column: Int) -> PhantomColour {
    let patchSize = PhantomCheckpoint.patchSize
    return cells[row / patchSize * columns + column / patchSize]
  }

  /// Interleaved 8-bit samples `[height, width, 3]`.
  public var samples: [UInt8] {
    (0..<(height * width)).flatMap { colour(atRow: $0 / width, column: $0 % width).samples }
  }

  /// One class number a pixel `[height, width]`, with `background` where there is no class.
  public func labels(background: UInt8) -> [UInt8] {
    (0..<(height * width)).map { pixel in
      let colour = colour(atRow: pixel / width, column: pixel % width)
      return PhantomColour.classes.firstIndex(of: colour).map { UInt8($0) } ?? background
    }
  }

  /// The pixels as CLIP normalises them, `[3, height, width]`.
  public var normalisedPixels: Tensor {
    let samples = samples
    let elements = (0..<3).flatMap { channel in
      (0..<(height * width)).map { pixel in
        (Float(samples[pixel * 3 + channel]) / 255 - PhantomCheckpoint.pixelMeans[channel])
          / PhantomCheckpoint.pixelDeviations[channel]
      }
    }
    return Tensor(shape: [3, height, width], elements: elements)
  }
}

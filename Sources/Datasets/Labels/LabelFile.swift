public import Foundation
public import Imaging

/// A file that holds the labels of an image, and what there is to know to read them.
public struct LabelFile: Sendable, Hashable {
  /// Where it lies.
  public let url: URL

  /// How it holds its numbers.
  public let format: LabelFormat

  /// What its numbers are.
  public let encoding: LabelEncoding

  /// Creates a label file; nothing is looked up.
  public init(_ url: URL, format: LabelFormat = .indexPNG, encoding: LabelEncoding = .raw) {
    self.url = url
    self.format = format
    self.encoding = encoding
  }

  /// Decodes the numbers as the file holds them.
  ///
  /// - Throws: `ImagingError` or ``DatasetError`` when the file cannot be read or is no label map.
  /// - Complexity: O(pixels).
  public func labelMap() throws -> LabelMap {
    switch format {
    case .indexPNG: try LabelMap(contentsOf: url)
    case .redGreenPNG: try LabelMap(contentsOfRedGreen: url)
    case .matlab(let variable): try MATLABFile(contentsOf: url).labelMap(named: variable)
    case .detail(let annotations, let image): try annotations.labelMap(ofImage: image)
    }
  }

  /// Decodes the numbers and maps them to train ids.
  ///
  /// - Parameter table: The label table of the data set. Numbers that were converted have their
  ///   meaning from its ``LabelTable/convertedLabels``.
  /// - Returns: Train ids, and ``Imaging/LabelMap/ignored`` where a pixel is not scored.
  /// - Throws: `ImagingError` or ``DatasetError`` when the file cannot be read or is no label map, and
  ///   ``DatasetError/unknownLabels(file:labels:known:hint:)`` when it holds values outside the table.
  public func groundTruth(using table: LabelTable) throws -> LabelMap {
    let stored = try labelMap()
    return switch encoding {
    case .raw: try table.map(stored, file: url)
    case .trainIDs: try table.convertedLabels.map(stored, file: url)
    }
  }
}

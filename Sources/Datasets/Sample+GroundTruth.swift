public import Imaging

extension Sample {
  /// Decodes the label map and maps it to train ids.
  ///
  /// - Parameter table: The label table of the data set. It is not consulted where the file holds
  ///   train ids already; these must be below the number of its classes, or 255 for ignored (or for
  ///   the class to which the table gives the raw label 255).
  /// - Returns: Train ids, and ``Imaging/LabelMap/ignored`` where a pixel is not scored.
  /// - Throws: `ImagingError` when the file cannot be decoded, and
  ///   ``DatasetError/unknownLabels(file:labels:known:hint:)`` when it holds values outside the table.
  public func groundTruth(using table: LabelTable) throws -> LabelMap {
    let raw = try LabelMap(contentsOf: label)
    return switch labelEncoding {
    case .raw: try table.map(raw, file: label)
    case .trainIDs: try table.convertedLabels.map(raw, file: label)
    }
  }
}

public import Imaging

extension Sample {
  /// Decodes the labels as their file holds them, whatever its format.
  ///
  /// - Throws: `ImagingError` or ``DatasetError`` when the file cannot be read or is no label map.
  public func labelMap() throws -> LabelMap {
    try labelFile.labelMap()
  }

  /// Decodes the labels and maps them to train ids.
  ///
  /// - Parameter table: The label table of the data set.
  /// - Returns: Train ids, and ``Imaging/LabelMap/ignored`` where a pixel is not scored.
  /// - Throws: `ImagingError` or ``DatasetError`` when the file cannot be read or is no label map, and
  ///   ``DatasetError/unknownLabels(file:labels:known:hint:)`` when it holds values outside the table.
  public func groundTruth(using table: LabelTable) throws -> LabelMap {
    try labelFile.groundTruth(using: table)
  }
}

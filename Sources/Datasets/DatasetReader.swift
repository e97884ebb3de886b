/// Finds the files of a data set in the layout in which people have it.
public protocol DatasetReader: Sendable {
  /// Lists the samples and checks that their files are there; nothing is decoded.
  ///
  /// - Parameter requiresImages: Whether every sample needs its image. Scoring saved predictions
  ///   needs the label maps alone; where a layout has no list of samples, every label map is then
  ///   one.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  func read(requiringImages requiresImages: Bool) throws(DatasetError) -> Dataset
}

extension DatasetReader {
  /// Lists the samples and checks that their images and label maps are there.
  ///
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read() throws(DatasetError) -> Dataset {
    try read(requiringImages: true)
  }
}

/// Finds the files of a data set in the layout in which people have it.
public protocol DatasetReader: Sendable {
  /// Lists the samples and looks whether their files are there; nothing is decoded.
  ///
  /// - Parameter requirement: Which files have to be there.
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a required file is missing.
  func read(requiring requirement: FileRequirement) throws(DatasetError) -> Dataset
}

extension DatasetReader {
  /// Lists the samples and checks that their images and label maps are there.
  ///
  /// - Returns: The data set, with at least one sample.
  /// - Throws: ``DatasetError`` when the layout is not the expected one or a file is missing.
  public func read() throws(DatasetError) -> Dataset {
    try read(requiring: .imagesAndLabels)
  }
}

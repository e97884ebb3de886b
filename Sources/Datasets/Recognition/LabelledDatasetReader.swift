/// Finds the images of a multi-label data set, and the classes they show, in the layout in which
/// people have it.
public protocol LabelledDatasetReader: Sendable {
  /// Lists the images with their classes; no image is decoded.
  ///
  /// - Parameter requiresImages: Whether every image has to be there.
  /// - Returns: The data set, with at least one image.
  /// - Throws: ``DatasetError`` when the layout is not the expected one, a list is malformed or a file
  ///   is missing.
  func read(requiringImages requiresImages: Bool) throws(DatasetError) -> LabelledDataset
}

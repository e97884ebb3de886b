/// Where the regions of classes in the images of a data set come from.
public protocol RegionSource: Sendable {
  /// The classes that an image shows, each with its pixels, in ascending order of the classes.
  ///
  /// - Throws: `ImagingError` or ``DatasetError`` where the annotations cannot be read.
  func regions(of sample: Sample) throws -> [ClassRegion]
}

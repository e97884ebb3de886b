import Datasets
import Imaging

extension Sample {
  /// Decodes the image and reads the regions of the classes it shows.
  ///
  /// - Throws: `ImagingError` or `DatasetError` when a file cannot be used,
  ///   ``SampleError/sizesDiffer(image:got:label:expected:)`` when the two do not fit.
  func imageAndRegions(
    from source: any RegionSource
  ) throws -> (image: RGBImage, regions: [ClassRegion]) {
    let image = try RGBImage(contentsOf: self.image)
    let regions = try source.regions(of: self)
    if let mask = regions.first?.inside, (mask.width, mask.height) != (image.width, image.height) {
      throw SampleError.sizesDiffer(
        image: self.image, got: (image.width, image.height), label: label,
        expected: (mask.width, mask.height))
    }
    return (image, regions)
  }
}

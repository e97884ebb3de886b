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
    try TruthSize(of: regions, from: label)?
      .check(width: image.width, height: image.height, of: self.image)
    return (image, regions)
  }
}

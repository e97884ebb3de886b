public import Datasets

extension RecordedTask where Input == Sample {
  /// The sample's own id.
  public func id(of sample: Sample) -> String { sample.id }
}

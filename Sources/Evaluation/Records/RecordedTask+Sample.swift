public import Datasets
public import Foundation

extension RecordedTask where Input == Sample {
  /// The sample's own id.
  public func id(of sample: Sample) -> String { sample.id }

  /// The image and its labels.
  public func files(of sample: Sample, row: Int) -> [String: URL] { sample.files }
}

extension Sample {
  /// The files that decide what a method has of a sample, by their role.
  var files: [String: URL] { ["image": image, "label": label] }
}

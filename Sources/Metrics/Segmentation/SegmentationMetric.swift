/// The scores that sum up a segmentation, by the names the field uses.
public enum SegmentationMetric: String, Sendable, Codable, CaseIterable {
  /// The mean over classes of intersection over union.
  case mIoU

  /// The mean over classes of the share of a class's pixels that were found.
  case mAcc

  /// The share of all scored pixels that were predicted right.
  case aAcc

  /// Intersection over union, averaged with each class's share of the true pixels as weight.
  case fwIoU
}

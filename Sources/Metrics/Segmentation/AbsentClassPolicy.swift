/// What a class without a single true pixel does to a mean over classes.
///
/// Engines differ here and seldom say so: on one and the same prediction the three policies can be
/// tens of points of mIoU apart. A result therefore always names its policy.
public enum AbsentClassPolicy: String, Sendable, Codable, CaseIterable {
  /// A class that was predicted but is never present has an IoU of 0, which counts; a class that is
  /// neither predicted nor present is left out.
  ///
  /// What mmsegmentation, Hugging Face `evaluate`, torchmetrics and detectron2's tag v0.6 do.
  case predictedCountsZero = "predicted-counts-zero"

  /// Only classes that are present count.
  ///
  /// What detectron2 does since July 2022, under the same version number as before.
  case presentOnly = "present-only"

  /// Every class counts, and an undefined score is 0.
  ///
  /// What mmsegmentation does with `nan_to_num=0`.
  case zero
}

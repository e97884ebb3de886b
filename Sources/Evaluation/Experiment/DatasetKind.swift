/// A layout of files together with its labels and classes.
public enum DatasetKind: String, Sendable, Codable, CaseIterable {
  /// PASCAL VOC 2012, the 20 object classes.
  case voc20
  /// PASCAL VOC 2012, the 20 object classes and the background as a class.
  case voc21
  /// Cityscapes, 19 classes.
  case cityscapes
  /// Images and label maps in two folders, described by the configuration.
  case folder
}

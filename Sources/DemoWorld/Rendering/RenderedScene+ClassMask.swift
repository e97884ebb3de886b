public import Imaging

extension RenderedScene {
  /// The label of pixels on the border between two objects, as PASCAL VOC has it.
  public static let borderLabel: UInt16 = 255

  /// The mask PASCAL VOC would have of the scene: 0 for unnamed things, a category's place in
  /// `SceneCategory.allCases` counted from 1, and ``borderLabel`` on both sides of every border between
  /// two objects.
  public var classMask: LabelMap {
    labelMap(.demo, border: Self.borderLabel)
  }
}

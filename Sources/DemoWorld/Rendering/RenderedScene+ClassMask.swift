public import Imaging

extension RenderedScene {
  /// The label of pixels on the border between two objects, as PASCAL VOC has it.
  public static let borderLabel: UInt16 = 255

  /// The mask PASCAL VOC would have of the scene: 0 for unnamed things, a category's place in
  /// `SceneCategory.allCases` counted from 1, and ``borderLabel`` on both sides of every border between
  /// two objects.
  public var classMask: LabelMap {
    let width = image.width
    let height = image.height
    var labels: [UInt16] = []
    labels.reserveCapacity(objectIndices.count)
    for row in 0..<height {
      for column in 0..<width {
        let place = row * width + column
        let own = objectIndices[place]
        let isBorder =
          (column > 0 && objectIndices[place - 1] != own)
          || (column + 1 < width && objectIndices[place + 1] != own)
          || (row > 0 && objectIndices[place - width] != own)
          || (row + 1 < height && objectIndices[place + width] != own)
        let category = scene.objects[Int(own)].category
        labels.append(isBorder ? Self.borderLabel : category.map { UInt16($0.rawValue + 1) } ?? 0)
      }
    }
    return LabelMap(width: width, height: height, labels: labels)
  }
}

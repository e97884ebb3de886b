internal import Imaging

extension RenderedScene {
  /// The labels of what is seen.
  ///
  /// - Parameters:
  ///   - labels: The label of each category.
  ///   - border: The label of pixels on either side of a border between two objects; `nil` for none.
  /// - Returns: The labels at the picture's size.
  func labelMap(_ labels: RawLabels, border: UInt16? = nil) -> LabelMap {
    let labelOfObject = scene.objects.map { labels[$0.category] }
    var map = LabelMap(
      width: image.width, height: image.height,
      labels: objectIndices.map { labelOfObject[Int($0)] })
    if let border {
      for place in map.labels.indices where isBorder(place) { map.labels[place] = border }
    }
    return map
  }

  /// Whether a neighbour of a pixel above, below or beside it shows another object.
  private func isBorder(_ place: Int) -> Bool {
    let width = image.width
    let column = place % width
    let own = objectIndices[place]
    return (column > 0 && objectIndices[place - 1] != own)
      || (column + 1 < width && objectIndices[place + 1] != own)
      || (place >= width && objectIndices[place - width] != own)
      || (place + width < objectIndices.count && objectIndices[place + width] != own)
  }
}

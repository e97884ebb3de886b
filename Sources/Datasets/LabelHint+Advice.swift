extension LabelHint {
  /// What the labels look like and what to do then.
  var advice: String {
    switch self {
    case .void:
      """
      255 is the customary value of pixels that are not scored: if it is here, set \
      `dataset.ignoreLabel` to 255.
      """
    case .countsFromOne:
      "The labels seem to count from 1: map them to train ids from 0 in `dataset.labelMap`."
    case .cityscapesLabelIDs:
      """
      These look like Cityscapes' label ids and not like train ids: use the kind `cityscapes`, \
      which maps them, or `dataset.labelMap`.
      """
    case .cityscapesTrainIDs:
      """
      The file looks like Cityscapes' train ids under the name of label ids: train ids belong in \
      `…_gtFine_labelTrainIds.png`.
      """
    case .instanceIDs:
      """
      These look like numbers of instances (1,000 for each class): take the files of labels, for \
      example `…_labelIds.png` and not `…_instanceIds.png`.
      """
    case .picture:
      """
      So many different values look like a picture, or like a mask that was smoothed when it was \
      resized or saved as JPEG: label maps hold one class number a pixel.
      """
    }
  }
}

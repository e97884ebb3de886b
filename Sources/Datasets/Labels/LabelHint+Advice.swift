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
    case .reducedZero:
      """
      The file looks as if zero had been reduced already (`reduce_zero_label`), so that classes count \
      from 0 and 255 is not scored: take the published label maps, in which 0 is not scored and \
      classes count from 1.
      """
    case .cocoTrainIDs:
      """
      COCO's published label maps never hold these, so the file looks like train ids: these belong \
      in `…_labelTrainIds.png` (171 classes) or `…_instanceTrainIds.png` (81 classes).
      """
    case .cocoLabels:
      """
      The file looks like COCO's published label map under the name of train ids: its name is to be \
      the image's, with `.png`.
      """
    case .cocoStuff10kVersion1:
      """
      COCO-Stuff 10k never annotated these in version 1.1: take that version and not 1.0, whose labels \
      are others, or name converted PNGs `…_labelTrainIds.png`.
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

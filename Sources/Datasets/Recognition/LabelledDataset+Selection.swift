extension LabelledDataset {
  /// The data set with a part of its images, in its own order.
  ///
  /// - Throws: ``DatasetError`` when an id is not in the data set, a range reaches beyond its end, a
  ///   limit is not positive, or the list of ids cannot be read.
  public func selecting(_ selection: SampleSelection) throws(DatasetError) -> LabelledDataset {
    var part = self
    part.images = Array(
      try selection.selected(from: images, id: \.id, dataset: name, split: split))
    return part
  }

  /// The data set with or without the images that show none of the classes.
  ///
  /// An image with an undecided class is none of them.
  ///
  /// - Throws: ``DatasetError/noLabelledImage(dataset:)`` when no image would be left.
  public func applying(_ policy: UnlabelledImages) throws(DatasetError) -> LabelledDataset {
    guard policy == .leaveOut else { return self }
    var part = self
    part.unlabelledImages = policy
    part.images.removeAll(where: \.isUnlabelled)
    part.unlabelledImagesLeftOut += images.count - part.images.count
    guard !part.images.isEmpty else { throw .noLabelledImage(dataset: name) }
    return part
  }
}

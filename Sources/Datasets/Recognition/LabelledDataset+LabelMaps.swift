import OpenVocabulary
public import Tensors

extension LabelledDataset {
  /// The data set of label maps as a multi-label one: an image shows the classes that its label map
  /// holds, were it in one pixel.
  ///
  /// Pixels that are not scored say nothing, and a background is no class here: it is left out of the
  /// class list too.
  ///
  /// - Parameters:
  ///   - dataset: Images with label maps.
  ///   - workers: The threads that decode label maps.
  ///   - completed: Told the number of label maps read, one call at a time.
  /// - Throws: `ImagingError` or ``DatasetError`` where a label map cannot be read, and
  ///   `OpenVocabularyError` where there is no class but the background.
  public init(
    labelMapsOf dataset: Dataset, workers: Workers = .one,
    completed: @Sendable (Int) -> Void = { _ in }
  ) throws {
    let classes = (0..<dataset.classList.count).filter { $0 != dataset.backgroundClass }
    let positions = Dictionary(uniqueKeysWithValues: zip(classes, 0...))
    let images = try workers.map(dataset.samples, completed: completed) { sample in
      let truth = try sample.groundTruth(using: dataset.labelTable)
      let present = LabelHistogram(of: truth).counts.keys.compactMap { positions[Int($0)] }
      return LabelledImage(id: sample.id, image: sample.image, present: present.sorted())
    }
    self.init(
      name: dataset.name, split: dataset.split,
      classList: try dataset.backgroundClass.map(dataset.classList.removing(classAt:))
        ?? dataset.classList,
      images: images)
  }
}

/// Which files of its samples have to be there for a data set to be read.
public enum FileRequirement: Sendable, Equatable {
  /// Images and labels, as a run needs them.
  case imagesAndLabels

  /// Labels alone, as scoring needs them that compares saved predictions.
  ///
  /// Where a layout has no list of samples, every file of labels is then one.
  case labels

  /// None: what is missing is listed in ``Dataset/missingFiles``, as a check wants it.
  ///
  /// Where a layout has no list of samples, the images are the samples, or the files of labels where
  /// there is no image at all.
  case nothing
}

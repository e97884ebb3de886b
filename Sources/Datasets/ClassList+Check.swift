import OpenVocabulary

extension ClassList {
  /// Checks that there are as many names as a benchmark has classes.
  func check(has classCount: Int, for dataset: String) throws(DatasetError) {
    guard count == classCount else {
      throw .classCountDiffers(dataset: dataset, got: count, expected: classCount)
    }
  }
}

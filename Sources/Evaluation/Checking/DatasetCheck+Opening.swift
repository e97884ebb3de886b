import Datasets
import Foundation

extension DatasetCheck {
  /// Opens the data set that a configuration names and plans its check.
  ///
  /// Files that are missing, lists that are unsound and folders that are not there are what a check
  /// is for: they become problems of its report.
  ///
  /// - Parameters:
  ///   - file: The configuration; neither its model nor its methods matter.
  ///   - images: How closely images are looked at.
  /// - Throws: `ConfigurationError`, `DatasetError` or `OpenVocabularyError` where the configuration
  ///   itself is wrong, or the data set is not there at all.
  public init(opening file: ExperimentFile, images: ImageInspection = .headers) throws {
    let kind = file.dataset.kind
    let split = file.dataset.split ?? kind.standardSplit
    var problems: [DatasetProblem] = []
    var data: EvaluationData?
    do {
      data = try DatasetOpener(file).openForChecking(images: images != .none)
    } catch let error as DatasetError where error.isOfData {
      problems.append(DatasetProblem(.layout, message: "\(error)"))
    }
    self.init(
      name: data?.name ?? kind.rawValue, split: data?.split ?? split, data: data,
      expectedImageCounts: kind.publishedImageCounts(of: data?.split ?? split), images: images,
      problems: problems)
  }
}

extension DatasetError {
  /// Whether it speaks of the data set's files and not of settings.
  var isOfData: Bool {
    switch self {
    case .missingSplit, .emptyFolder, .unreadableFolder, .unreadableList, .emptyList,
      .duplicateID, .pathOutsideFolder, .malformedFile, .missingClassFiles:
      true
    default:
      false
    }
  }
}

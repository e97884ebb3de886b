import Datasets
import Foundation

extension DatasetCheck {
  /// Opens the data set that a configuration names and plans its check.
  ///
  /// Files that are missing, lists that are unsound and folders that are not there are what a check
  /// is for: they become problems of its report. Where the label maps of a list are incomplete,
  /// nothing further is read.
  ///
  /// - Parameters:
  ///   - file: The configuration; neither its model nor its methods matter.
  ///   - images: How closely images are looked at.
  /// - Throws: `ConfigurationError`, `DatasetError` or `OpenVocabularyError` where the configuration
  ///   itself is wrong, or the data set is not there at all.
  public init(opening file: ExperimentFile, images: ImageInspection = .headers) throws {
    let kind = file.dataset.kind
    let split = file.dataset.split ?? kind.standardSplit
    let opener = DatasetOpener(file)
    var problems: [DatasetProblem] = []
    var dataset: Dataset?
    var imageCount: Int?

    func open(requiringImages requiresImages: Bool) throws {
      do {
        dataset = try opener.labelMaps(requiringImages: requiresImages)
        if images != .none, !requiresImages, kind == .folder, file.dataset.imageSuffix == nil {
          dataset?.samples.findImages()
        }
        imageCount = imageCount ?? dataset?.samples.count
      } catch DatasetError.missingFiles(let files, let role, let sampleCount, _) {
        imageCount = sampleCount
        if role == .label {
          problems += files.map { file in
            DatasetProblem(
              .missingLabel, message: "\(file.path(percentEncoded: false)): there is no such file")
          }
        }
        // Without its images a data set opens, and every sample is then asked for its own.
        if requiresImages, role == .image || kind.listsSamplesByFolder(file.dataset) {
          try open(requiringImages: false)
        }
      } catch let error as DatasetError where error.isOfData {
        problems.append(DatasetProblem(.layout, message: "\(error)"))
      }
    }
    try open(requiringImages: images != .none)
    self.init(
      name: dataset?.name ?? kind.rawValue, split: dataset?.split ?? split, dataset: dataset,
      namedImageCount: imageCount, expectedImageCounts: kind.publishedImageCounts(of: split),
      images: images, problems: problems)
  }
}

extension DatasetKind {
  /// Whether the samples are the files of a folder rather than the lines of a list.
  fileprivate func listsSamplesByFolder(_ statement: DatasetStatement) -> Bool {
    switch self {
    case .folder: statement.list == nil
    case .cityscapes: true
    default: false
    }
  }
}

extension [Sample] {
  /// Looks for each image under every suffix that images may have.
  ///
  /// A folder opened without its images has not looked for any, and says only where one could lie.
  fileprivate mutating func findImages() {
    self = map { sample in
      let name = sample.image.deletingPathExtension()
      let candidates = FolderReader.imageSuffixes.map {
        name.appendingPathExtension(String($0.dropFirst()))
      }
      guard let image = candidates.first(where: { FilePresence(at: $0) == .file }) else {
        return sample
      }
      return Sample(
        id: sample.id, image: image, label: sample.label, labelEncoding: sample.labelEncoding)
    }
  }
}

extension DatasetError {
  /// Whether it speaks of the data set's files and not of settings.
  fileprivate var isOfData: Bool {
    switch self {
    case .missingSplit, .emptyFolder, .unreadableFolder, .unreadableList, .emptyList,
      .duplicateID, .pathOutsideFolder:
      true
    default:
      false
    }
  }
}

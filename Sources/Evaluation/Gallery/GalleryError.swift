public import Foundation

/// Why pictures of a run cannot be shown.
public enum GalleryError: Error, Equatable, Sendable {
  /// The task has no label maps to draw.
  case noLabelMaps(task: String)

  /// A file of an image is not the one that the run recorded.
  case changedFile(URL, id: String, role: String)

  /// A saved prediction does not give what the run recorded of the image.
  case otherPrediction(URL, id: String)

  /// An image and its label map have different sizes.
  case sizesDiffer(id: String, image: String, label: String)
}

extension GalleryError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .noLabelMaps(let task):
      """
      pictures of \(task) are not drawn: only segmentation saves predictions; leave --config out
      """
    case .changedFile(let file, let id, let role):
      """
      \(file.path(percentEncoded: false)): the \(role) of \(id) is not the file that was evaluated; \
      bring the data set back, or leave --config out
      """
    case .otherPrediction(let file, let id):
      """
      \(file.path(percentEncoded: false)) is not the prediction that was scored: its pixels give other \
      counts than the run recorded of \(id)
      """
    case .sizesDiffer(let id, let image, let label):
      "\(id): the image has \(image) pixels, its label map \(label); no picture can show both"
    }
  }
}

import Metrics

extension RecordedRun {
  /// How well a row did on each image.
  ///
  /// - Parameters:
  ///   - name: The row; `nil` for the last.
  ///   - className: The class by which images are judged; `nil` for the mean over those they show.
  /// - Returns: The scores of the images that show a class, or that class.
  /// - Throws: ``ComparisonError`` where there is no such row or class, or the task has no score for an
  ///   image by itself.
  public func imageScores(
    ofRow name: String?, forClass className: String?
  ) throws(ComparisonError) -> ImageScores {
    let names = result.rows.map(\.method)
    let classNames = result.rows.first?.perClass.map(\.name) ?? []
    let row = name ?? names.last ?? ""
    guard let position = names.firstIndex(of: row) else {
      throw .unknownRow(got: row, known: names, run: url)
    }
    let classID = className.flatMap(classNames.firstIndex)
    if let className, classID == nil {
      throw .unknownClass(got: className, known: classNames)
    }
    let (title, meaning): (String, String)
    switch rows[position] {
    case .segmentation:
      title = classID == nil ? "mean IoU" : "IoU"
      meaning = "Intersection over union of the classes that the image shows, by its own pixels."
    case .explanation:
      title = "contrast"
      meaning = "The mean score inside a class less the mean outside, over the classes it shows."
    case .points:
      title = "accuracy"
      meaning = "The share of points that lie where they should, over the classes it shows."
    case .recognition:
      throw .noImageScores(task: result.task.rawValue)
    }
    let scores = rows[position].scores(ofClass: classID)
    return ImageScores(
      row: row, className: className, title: title, meaning: meaning,
      images: zip(ids, scores).compactMap { id, score in
        score.map { ImageScores.Image(id: id, score: $0) }
      })
  }
}

internal import Foundation

/// Writes scenes as NUS-Wide lies: which concepts each photo shows, and not where.
///
/// `ImageList/TestImagelist.txt` names the photos with back slashes, `Groundtruth/TrainTestLabels` has
/// a file with 0 or 1 a line for each of the 81 concepts of `Concepts81.txt`, and the photos lie in
/// `Flickr`, a folder for each kind of place.
struct NUSWideRecorder: SceneRecorder {
  private let folder: URL
  private var names: [String] = []
  private var answers: [String: [String]] = [:]

  /// Makes the layout's folders.
  init(folder: URL) throws(DemoWorldError) {
    self.folder = folder
    for name in ["ImageList", "Groundtruth/TrainTestLabels", "Flickr"] {
      try OutputFile.createFolder(folder.appending(path: name))
    }
  }

  mutating func record(_ scene: DrawnScene) throws(DemoWorldError) {
    let place = String(describing: scene.rendered.scene.kind)
    // The real names have a number within the folder and that of the photo at Flickr.
    let number = scene.index + 1
    let name = "\(number.padded(to: 4))_\(number.padded(to: 10)).jpg"
    try OutputFile.createFolder(folder.appending(path: "Flickr/\(place)"))
    try OutputFile.write(scene.jpeg, to: folder.appending(path: "Flickr/\(place)/\(name)"))
    names.append("\(place)\\\(name)")
    let shown = Set(scene.rendered.visibleCategories.flatMap(NUSWideConcepts.of))
    for concept in NUSWideConcepts.all {
      answers[concept, default: []].append(shown.contains(concept) ? "1" : "0")
    }
  }

  mutating func finish() throws(DemoWorldError) {
    try OutputFile.write(
      lines: names, to: folder.appending(path: "ImageList/TestImagelist.txt"))
    try OutputFile.write(
      lines: NUSWideConcepts.all, to: folder.appending(path: "Concepts81.txt"))
    for (concept, lines) in answers {
      try OutputFile.write(
        lines: lines,
        to: folder.appending(path: "Groundtruth/TrainTestLabels/Labels_\(concept)_Test.txt"))
    }
  }
}

import Datasets
import DemoWorld
import Foundation

extension EvaluationData {
  /// What says that images or truth are drawn; `nil` where nothing does.
  var demo: DemoMarker? {
    let files =
      switch self {
      case .labelMaps(let dataset): dataset.samples.flatMap { [$0.label, $0.image] }
      case .regions(let dataset): dataset.samples.flatMap { [$0.label, $0.image] }
      case .labelledImages(let dataset): dataset.images.map(\.image)
      }
    return DemoMarker(above: Set(files.map { $0.deletingLastPathComponent() }))
  }
}

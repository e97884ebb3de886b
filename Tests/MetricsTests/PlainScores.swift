import Imaging
import Metrics

/// The scores by their definition, without a matrix: every class walks over every pixel.
///
/// An independent and slow second implementation to compare with.
struct PlainScores {
  var intersectionOverUnion: [Double?] = []
  var accuracy: [Double?] = []
  var mIoU: Double?
  var mAcc: Double?
  var aAcc: Double?
  var fwIoU: Double?

  init(
    of images: [LabelMapPair], classCount: Int, policy: AbsentClassPolicy,
    leavingOut leftOut: Set<Int>
  ) {
    var present: [Int] = []
    for name in 0..<classCount {
      var both = 0
      var either = 0
      var inTruth = 0
      for image in images {
        for (truth, prediction) in zip(image.truth.labels, image.prediction.labels)
        where truth != LabelMap.ignored {
          if truth == name && prediction == name { both += 1 }
          if truth == name || prediction == name { either += 1 }
          if truth == name { inTruth += 1 }
        }
      }
      present.append(inTruth)
      var overlap = either > 0 ? Double(both) / Double(either) : nil
      var found = inTruth > 0 ? Double(both) / Double(inTruth) : nil
      if policy == .presentOnly && inTruth == 0 { overlap = nil }
      if policy == .zero {
        overlap = overlap ?? 0
        found = found ?? 0
      }
      intersectionOverUnion.append(overlap)
      accuracy.append(found)
    }

    let counted = (0..<classCount).filter { !leftOut.contains($0) }
    func mean(_ values: [Double?]) -> Double? {
      let defined = counted.compactMap { values[$0] }
      return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
    }
    mIoU = mean(intersectionOverUnion)
    mAcc = mean(accuracy)

    let scored = images.flatMap { zip($0.truth.labels, $0.prediction.labels) }
      .filter { $0.0 != LabelMap.ignored }
    if !scored.isEmpty {
      aAcc = Double(scored.filter { $0.0 == $0.1 }.count) / Double(scored.count)
    }
    let total = counted.reduce(0) { $0 + present[$1] }
    if total > 0 {
      fwIoU = counted.reduce(0) {
        $0 + Double(present[$1]) / Double(total) * (intersectionOverUnion[$1] ?? 0)
      }
    }
  }
}

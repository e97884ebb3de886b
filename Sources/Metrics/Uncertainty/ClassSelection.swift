/// The classes that enough units show.
struct ClassSelection {
  /// The classes that take part, in ascending order.
  let kept: [Int]

  /// The classes that some but too few units show, in ascending order.
  let rare: [Int]

  /// Chooses the classes that enough units show in every run.
  ///
  /// - Precondition: the runs have as many classes and the same scores, and their images are those of the units.
  init(of runs: [some ResampledScores], units: ResamplingUnits, minimum: Int) {
    for run in runs {
      precondition(
        run.imageCount == units.imageCount,
        "Rows of \(run.imageCount) images and units of \(units.imageCount)")
      precondition(
        run.classCount == runs[0].classCount && run.names == runs[0].names,
        "Runs of \(runs[0].classCount) and \(run.classCount) classes, with \(runs[0].names) and \(run.names)"
      )
    }
    let shown = runs.map { $0.imagesShowingClass.map(units.count(among:)) }
    let fewest = shown[0].indices.map { classID in
      shown.reduce(.max) { min($0, $1[classID]) }
    }
    kept = fewest.indices.filter { fewest[$0] >= minimum }
    rare = fewest.indices.filter { classID in
      fewest[classID] < minimum && shown.contains { $0[classID] > 0 }
    }
  }
}

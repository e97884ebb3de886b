extension Benchmark {
  /// ImageNet-S with 50 classes, Gao and others (TPAMI 2022): photos of ImageNet with the pixels of
  /// their class, as its scripts lay them out, a folder a synset below the split.
  ///
  /// Labels are PNGs in whose colours the class is red + 256 · green; 0 is everything else and 1,000
  /// what was left open. An id is `synset/name`. The masks of the split `test` are not published.
  public static let imageNetS50 = imageNetS(
    classCount: 50, imageCounts: ["val": [752], "train-semi": [500]])

  /// ImageNet-S with 300 classes, otherwise as ``imageNetS50``.
  public static let imageNetS300 = imageNetS(
    classCount: 300, imageCounts: ["val": [4_097], "train-semi": [3_000]])

  /// ImageNet-S with all its 919 classes, otherwise as ``imageNetS50``.
  public static let imageNetS919 = imageNetS(
    classCount: 919, imageCounts: ["val": [12_419], "train-semi": [9_190]])

  private static func imageNetS(classCount: Int, imageCounts: [String: [Int]]) -> Benchmark {
    let folder = "ImageNetS\(classCount)"
    return Benchmark(
      name: "imagenet-s\(classCount)", imageCounts: imageCounts, splitNames: ["val": "validation"],
      folders: [folder, "imagenet-s/\(folder)", "ImageNet-S/\(folder)"],
      images: ["{split}/{id}.JPEG"],
      forms: [
        Form(
          labelTable: .imageNetS(classCount: classCount),
          labels: [LabelSource("{split}-segmentation/{id}.png", format: .redGreenPNG)])
      ])
  }
}

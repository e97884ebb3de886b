extension Benchmark {
  /// Cityscapes, Cordts and others (CVPR 2016), as its archives unpack: `leftImg8bit` and `gtFine`, a
  /// folder a city in each; 19 of its 34 labels are scored.
  ///
  /// An id is `city/name`. The archives hold `_gtFine_labelIds.png`; `_gtFine_labelTrainIds.png` are
  /// what people make from them.
  public static let cityscapes = Benchmark(
    name: "cityscapes", imageCounts: ["val": [500], "train": [2_975], "test": [1_525]],
    folders: ["cityscapes"], images: ["leftImg8bit/{split}/{id}_leftImg8bit.png"],
    forms: [
      Form(
        labelTable: .cityscapes, labels: ["gtFine/{split}/{id}_gtFine_labelIds.png"],
        converted: ["gtFine/{split}/{id}_gtFine_labelTrainIds.png"])
    ])

  /// ADE20K with 150 classes, Zhou and others (CVPR 2017), as `ADEChallengeData2016.zip` unpacks.
  ///
  /// The full ADE20K with its thousands of names is another archive.
  public static let ade20k150 = Benchmark(
    name: "ade20k150", imageCounts: ["val": [2_000], "train": [20_210]],
    splitNames: ["train": "training", "val": "validation"],
    folders: ["ADEChallengeData2016", "ade/ADEChallengeData2016"],
    images: ["images/{split}/{id}.jpg"],
    forms: [Form(labelTable: .ade20k150, labels: ["annotations/{split}/{id}.png"])])
}

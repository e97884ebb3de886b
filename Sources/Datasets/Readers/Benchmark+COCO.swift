extension Benchmark {
  /// COCO-Stuff 164k, Caesar and others (CVPR 2018): 80 things and 91 kinds of stuff on the photos
  /// of COCO 2017; what is not annotated is not scored.
  ///
  /// The published labels, `stuffthingmaps_trainval2017.zip`, are COCO's category ids less one, 0 to
  /// 181, and 255. Converted ones end in `_labelTrainIds.png`.
  public static let cocoStuff171 = coco2017(
    "coco-stuff171", .cocoStuff171, folders: ["coco_stuff164k", "coco"],
    convertedSuffix: "_labelTrainIds.png", otherSuffix: "_instanceTrainIds.png")

  /// The things alone of COCO-Stuff 164k's labels, which peers call COCO-Object: 80 things, and
  /// everything else as background, class 0.
  ///
  /// Converted labels end in `_instanceTrainIds.png`.
  public static let cocoObject81 = coco2017(
    "coco-object81", .cocoObject81, backgroundClass: 0,
    folders: ["coco_object", "coco_stuff164k", "coco"],
    convertedSuffix: "_instanceTrainIds.png", otherSuffix: "_labelTrainIds.png")

  /// COCO-Stuff 10k in version 1.1, Caesar and others (CVPR 2018): the first 10,000 images of the
  /// project, photos of COCO 2014, with the 171 classes of ``cocoStuff171``.
  ///
  /// Labels are published as MATLAB files, COCO's category ids from 1 and 0 where nothing is
  /// annotated. Converting them to `_labelTrainIds.png` moves the photos into a folder a split.
  public static let cocoStuff10k = Benchmark(
    name: "coco-stuff10k", standardSplit: "test",
    imageCounts: ["test": [1_000], "train": [9_000]],
    folders: ["coco_stuff10k", "cocostuff-10k-v1.1", "cocostuff10k/dataset"],
    images: ["images/{id}.jpg", "images/{split}2014/{id}.jpg"],
    forms: [
      Form(
        labelTable: .cocoStuff10k171, lists: ["imageLists/{split}.txt"],
        labels: [LabelSource("annotations/{id}.mat", format: .matlab(variable: "S"))],
        converted: ["annotations/{split}2014/{id}_labelTrainIds.png"])
    ])

  private static func coco2017(
    _ name: String, _ table: LabelTable, backgroundClass: Int? = nil, folders: [String],
    convertedSuffix: String, otherSuffix: String
  ) -> Benchmark {
    let labelFolders = ["annotations", "stuffthingmaps_trainval2017", "stuffthingmaps"]
    return Benchmark(
      name: name, backgroundClass: backgroundClass,
      imageCounts: ["val": [5_000], "train": [118_287]],
      splitNames: ["train": "train2017", "val": "val2017"], folders: folders,
      images: ["images/{split}/{id}.jpg", "{split}/{id}.jpg"],
      forms: [
        Form(
          labelTable: table,
          labels: labelFolders.map { LabelSource(stringLiteral: "\($0)/{split}/{id}.png") },
          converted: labelFolders.map {
            LabelSource(stringLiteral: "\($0)/{split}/{id}\(convertedSuffix)")
          },
          otherSuffixes: [otherSuffix])
      ])
  }
}

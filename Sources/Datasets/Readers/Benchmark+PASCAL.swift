extension Benchmark {
  /// PASCAL VOC 2012, Everingham and others (IJCV 2010), as its archive unpacks: the 20 object
  /// classes, without background.
  ///
  /// Labels are palette PNGs. `SegmentationClassAug`, the annotations that were added later
  /// (Hariharan and others, ICCV 2011), is another folder of labels with the same numbers.
  public static let voc20 = voc("voc20", .voc20)

  /// PASCAL VOC 2012 with the background as class 0, otherwise as ``voc20``.
  public static let voc21 = voc("voc21", .voc21, backgroundClass: 0)

  /// PASCAL Context, Mottaghi and others (CVPR 2014), without background: photos of VOC 2010 with
  /// labels for every pixel, of which the 59 most frequent classes are scored.
  ///
  /// The labels are published as MATLAB files of 459 classes, `trainval/2008_000002.mat`, and
  /// converted to index PNGs of 60, `SegmentationClassContext`. These are commonly made not from the
  /// MATLAB files but from a corrected edition, *Detail*, and hold other labels in places, and one
  /// image less. Where the MATLAB files are there they are read, all of them or none; their split is
  /// VOC 2010's own list where there is no other.
  public static let context59 = context("context59", .context59, original: .originalContext59)

  /// PASCAL Context with the background as class 0, otherwise as ``context59``.
  public static let context60 = context(
    "context60", .context60, original: .originalContext60, backgroundClass: 0)

  private static func voc(
    _ name: String, _ table: LabelTable, backgroundClass: Int? = nil
  ) -> Benchmark {
    Benchmark(
      name: name, backgroundClass: backgroundClass,
      imageCounts: ["val": [1_449], "train": [1_464], "trainval": [2_913]],
      folders: ["VOC2012", "VOCdevkit/VOC2012"], images: ["JPEGImages/{id}.jpg"],
      forms: [
        Form(
          labelTable: table, lists: ["ImageSets/Segmentation/{split}.txt"],
          labels: ["SegmentationClass/{id}.png"])
      ])
  }

  private static func context(
    _ name: String, _ table: LabelTable, original: LabelTable, backgroundClass: Int? = nil
  ) -> Benchmark {
    let list: PathPattern = "ImageSets/SegmentationContext/{split}.txt"
    let folders = ["", "../", "../pascal-context/", "../../pascal-context/"]
    return Benchmark(
      name: name, backgroundClass: backgroundClass,
      imageCounts: ["val": [5_104, 5_105], "train": [4_996, 4_998]],
      folders: ["VOC2010", "VOCdevkit/VOC2010"], images: ["JPEGImages/{id}.jpg"],
      forms: [
        Form(
          labelTable: original, lists: [list, "ImageSets/Main/{split}.txt"],
          labels: folders.map {
            LabelSource(
              PathPattern("\($0)trainval/{id}.mat"), format: .matlab(variable: "LabelMap"))
          },
          converted: ["SegmentationClassContext/{id}.png"], readsConverted: false,
          legend: LabelLegend(
            file: "labels.txt",
            names: Dictionary(
              uniqueKeysWithValues: LabelTable.originalContextClasses.map { ($0, $1) }))),
        Form(labelTable: table, lists: [list], labels: ["SegmentationClassContext/{id}.png"]),
      ])
  }
}

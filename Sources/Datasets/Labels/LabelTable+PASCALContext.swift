extension LabelTable {
  /// The labels of PASCAL Context's original files, 459 kinds of things and stuff, and 0.
  private static let originalContextLabels = 0...459

  /// The 59 classes that are scored, by their original labels, in ascending order, which is that of
  /// the train ids; the names are those of the list `labels.txt` that comes with the files.
  static let originalContextClasses: KeyValuePairs = [
    2: "aeroplane", 9: "bag", 18: "bed", 19: "bedclothes", 22: "bench", 23: "bicycle", 25: "bird",
    31: "boat", 33: "book", 34: "bottle", 44: "building", 45: "bus", 46: "cabinet", 59: "car",
    65: "cat", 68: "ceiling", 72: "chair", 80: "cloth", 85: "computer", 98: "cow", 104: "cup",
    105: "curtain", 113: "dog", 115: "door", 144: "fence", 158: "floor", 159: "flower",
    162: "food", 187: "grass", 189: "ground", 207: "horse", 220: "keyboard", 232: "light",
    258: "motorbike", 259: "mountain", 260: "mouse", 284: "person", 295: "plate",
    296: "platform", 308: "pottedplant", 324: "road", 326: "rock", 347: "sheep", 349: "shelves",
    354: "sidewalk", 355: "sign", 360: "sky", 366: "snow", 368: "sofa", 397: "table",
    415: "track", 416: "train", 420: "tree", 424: "truck", 427: "tvmonitor", 440: "wall",
    445: "water", 454: "window", 458: "wood",
  ]

  /// PASCAL Context's original labels without background: of the 459 the 59 classes are scored, and
  /// all others and 0 are not.
  ///
  /// Converters give the classes the numbers 1 to 59 and all else 0, as in ``context59``.
  public static let originalContext59: LabelTable = {
    let classes = originalContextClasses.map(\.key)
    return LabelTable(
      classCount: 59,
      trainIDs: Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) }),
      ignoring: [], unscoredBackground: Set(originalContextLabels).subtracting(classes),
      converted: .context59)
  }()

  /// PASCAL Context's original labels with background as train id 0: all that is not among the 59
  /// classes is background.
  public static let originalContext60: LabelTable = {
    let classes = originalContextClasses.enumerated().map { ($1.key, $0 + 1) }
    let background = originalContextLabels.map { ($0, 0) }
    return LabelTable(
      classCount: 60, trainIDs: Dictionary(background + classes) { _, trainID in trainID },
      ignoring: [], converted: .context60)
  }()
}

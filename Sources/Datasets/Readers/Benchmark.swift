/// A published data set and the choice of classes that is scored: what its labels mean, and how its
/// files lie.
///
/// ``BenchmarkReader`` reads any of them; what is particular to one stands at its constant.
public struct Benchmark: Sendable {
  /// A form in which the labels are published.
  struct Form: Sendable {
    /// What the raw labels mean.
    var labelTable: LabelTable

    /// Where the list of a split's samples lies; where there is none, every image is a sample.
    var lists: [PathPattern] = []

    /// Where the raw labels lie, the preferred place first.
    var labels: [LabelSource]

    /// Where labels lie that people convert from them.
    var converted: [LabelSource] = []

    /// Whether converted labels are read where the raw ones of a sample are missing.
    var readsConverted = true

    /// How other files end that would pass for labels.
    var otherSuffixes: [String] = []

    /// A list of names that comes with the labels.
    var legend: LabelLegend?
  }

  /// The name, for example `voc20`.
  public let name: String

  /// The train id of the background where that is a class.
  public let backgroundClass: Int?

  /// The split that scores are quoted on.
  public let standardSplit: String

  /// The numbers of images that were published for a split; several where sources disagree.
  public let imageCounts: [String: [Int]]

  /// What the data set's files call the splits, where that is not their short name.
  let splitNames: [String: String]

  /// Where the data set may lie below the folder that a user names, besides that folder itself.
  let folders: [String]

  /// Where its images lie, the customary place first.
  let images: [PathPattern]

  /// The forms of its labels: the original one first, the customary one last.
  ///
  /// The first of which there are files is read.
  let forms: [Form]

  /// Creates a benchmark.
  ///
  /// - Precondition: there is a form, and all have as many classes.
  init(
    name: String, backgroundClass: Int? = nil, standardSplit: String = "val",
    imageCounts: [String: [Int]], splitNames: [String: String] = [:], folders: [String],
    images: [PathPattern], forms: [Form]
  ) {
    precondition(
      Set(forms.map(\.labelTable.classCount)).count == 1,
      "The forms of \(name) have \(forms.map(\.labelTable.classCount)) classes")
    self.name = name
    self.backgroundClass = backgroundClass
    self.standardSplit = standardSplit
    self.imageCounts = imageCounts
    self.splitNames = splitNames
    self.folders = folders
    self.images = images
    self.forms = forms
  }

  /// The form in which most people have the labels.
  var customaryForm: Form { forms[forms.count - 1] }

  /// What the labels mean in the form in which most people have them.
  public var labelTable: LabelTable { customaryForm.labelTable }

  /// The number of classes.
  public var classCount: Int { labelTable.classCount }
}

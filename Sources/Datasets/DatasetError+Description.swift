import Foundation

extension DatasetError: CustomStringConvertible {
  /// What was found, what was expected and what to do, for the person at the terminal.
  public var description: String {
    switch self {
    case .layoutNotFound(let dataset, let root, let lookedFor):
      """
      \(root.shown): no \(dataset) data set. Looked for the folder \
      \(lookedFor.map(\.shown).joined(separator: " or ")). Set `dataset.root` to the folder in \
      which the archives were unpacked.
      """
    case .missingFolder(let folder, let setting):
      "\(folder.shown): there is no such folder. Set `\(setting)` to the one you mean."
    case .unreadableFolder(let folder, let reason):
      "\(folder.shown): the folder cannot be listed: \(reason)"
    case .missingSplit(let split, let expected, let available):
      "\(expected.shown): there is no split `\(split)`. " + Self.choice(of: available)
    case .missingFiles(let files, let role, let sampleCount, let settings):
      """
      \(files.count) of \(sampleCount) \(role.plural) \(files.count == 1 ? "is" : "are") missing: \
      \(Self.list(files.map(\.shown), limit: 3)). Complete the data set, or change \
      \(Self.names(settings)).
      """
    case .emptyFolder(let folder, let suffixes, let found, let settings):
      """
      \(folder.shown): expected files that end in \(suffixes.joined(separator: " or ")), found \
      \(Self.counts(found)). Check \(Self.names(settings)).
      """
    case .ambiguousSuffix(let folder, let found, let setting):
      """
      \(folder.shown): files of several kinds could be the images: \(Self.counts(found)). Set \
      `\(setting)` to the suffix of the images.
      """
    case .imageOfNoKnownSuffix(let path, let tried, let setting):
      """
      \(path.shown): there is no image with this name and one of the suffixes \
      \(tried.joined(separator: " ")). Set `\(setting)` to the suffix of the images.
      """
    case .missingList(let file, let setting):
      "\(file.shown): there is no such list. Set `\(setting)` to a text file with one id a line."
    case .unreadableList(let file, let reason):
      "\(file.shown): the list cannot be read: \(reason)."
    case .unreadableFile(let file, let reason):
      "\(file.shown): the file cannot be read: \(reason)"
    case .malformedFile(let file, let format, let place, let got, let expected):
      """
      \(file.shown)\(place.map { ", \($0)" } ?? ""): no sound \(format): got \(got), expected \
      \(expected).
      """
    case .missingClassFiles(let files, let total, let advice):
      """
      \(files.count) of the \(total) files that say which images show a class \
      \(files.count == 1 ? "is" : "are") missing: \(Self.list(files.map(\.shown), limit: 3)). \
      \(advice)
      """
    case .noLabelledImage(let dataset):
      """
      No image of \(dataset) shows any of its classes, and such images are left out. Set \
      `dataset.unlabelledImages` to keep, or check the labels.
      """
    case .emptyList(let file):
      "\(file.shown): the list names no sample. Expected one id a line."
    case .duplicateID(let id, let list, let lines):
      """
      \(list.shown): `\(id)` is listed more than once, in lines \
      \(lines.map(String.init).joined(separator: " and ")). An image counted twice would shift the \
      score.
      """
    case .pathOutsideFolder(let id, let list, let line):
      """
      \(list.shown):\(line): `\(id)` is no id. Expected the path of a file below the folder of \
      images, without `..`, without a leading or double `/`, and without the suffix.
      """
    case .classCountDiffers(let dataset, let got, let expected):
      """
      The class list has \(got) classes and \(dataset) has \(expected). Set `dataset.classes` to a \
      list with one line a class, in the order of the train ids.
      """
    case .unknownLabels(let file, let labels, let known, let hint):
      """
      \(file.shown): labels outside the table: \(Self.pixels(labels)). Known are \
      \(Self.ranges(known)). \(hint.map(\.advice) ?? Self.generalAdvice)
      """
    case .rawLabelOutOfRange(let raw):
      "The label table speaks of the raw label \(raw). Label files hold values from 0 to 65535."
    case .trainIDOutOfRange(let raw, let trainID, let classCount):
      """
      `dataset.labelMap` maps the raw label \(raw) to train id \(trainID), and there are only \
      \(classCount) classes, numbered from 0 to \(classCount - 1).
      """
    case .rawLabelWithTwoMeanings(let raw):
      """
      The raw label \(raw) has two meanings. State it once, in `dataset.labelMap` or in \
      `dataset.ignoreLabel`; without a label map the raw labels of the classes count from 0.
      """
    case .unknownSample(let id, let dataset, let split, let suggestion):
      "`\(id)` is no sample of \(dataset)\(split.map { " \($0)" } ?? "")."
        + (suggestion.map { " Did you mean `\($0)`?" } ?? "")
    case .rangeOutsideDataset(let range, let dataset, let sampleCount):
      """
      \(range.lowerBound):\(range.upperBound) reaches beyond \(dataset), which has \(sampleCount) \
      samples: 0:\(sampleCount) is all of it.
      """
    case .invalidRange(let text):
      """
      `\(text)` is no range. Expected A:B, from position A up to but without B, counted from 0; \
      for example 0:20.
      """
    case .invalidLimit(let limit):
      "A limit of \(limit) leaves no sample. Expected 1 or more."
    }
  }

  private static let generalAdvice = """
    Check that `dataset.kind` is that of the files; a data set of your own names its labels in \
    `dataset.labelMap` and `dataset.ignoreLabel`.
    """
}

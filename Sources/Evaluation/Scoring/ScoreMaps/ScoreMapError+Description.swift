import Foundation

extension ScoreMapError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .noScoreMaps(let folder, let expected):
      """
      \(folder.shown) holds no scores of the first sample; looked for \
      \(expected.map(\.shown).joined(separator: " and "))
      """
    case .missing(let id, let expected):
      "no scores for \(id); expected \(expected.map(\.shown).joined(separator: " or "))"
    case .ambiguous(let id, let got):
      "\(got.map(\.shown).joined(separator: " and ")) both are scores of \(id); remove one"
    case .unknownContents(let file, let got, let expected):
      """
      \(file.shown): holds \(got.isEmpty ? "no tensor" : got.joined(separator: ", ")); \
      expected \(expected)
      """
    case .otherContents(let file, let got, let expected):
      "\(file.shown): holds \(got), but the first sample's file \(expected); expected one kind for all"
    case .unfitForTask(let file, let task, let got, let expected):
      "\(file.shown): holds \(got); \(task.rawValue) needs \(expected)"
    case .wrongShape(let file, let tensor, let got, let expected):
      "\(file.shown): \(tensor) has the shape \(got), expected \(expected)"
    case .notFinite(let file, let tensor, let got, let place):
      "\(file.shown): \(tensor) is \(got) at \(place), expected finite numbers"
    case .unknownGrid(let file, let got):
      """
      \(file.shown): tokens of \(got) patches, which is no square; expected a tensor `grid` of two whole \
      numbers, the rows and columns of patches
      """
    case .missingTexts(let folder, let expected):
      """
      \(folder.shown) holds tokens, which are scored with texts; expected the texts' features in \
      \(expected.map(\.shown).joined(separator: " or "))
      """
    case .notUnitLength(let file, let tensor, let row, let got):
      """
      \(file.shown): row \(row) of \(tensor) has length \(got), expected 1: divide each text's feature by \
      its length, after the mean over templates
      """
    case .unknownMethod(let folder, let got, let expected):
      """
      \(folder.shown): nothing says which feature surgery the tokens of “\(got)” get; call the folder as \
      one of the experiment's methods (\(expected.joined(separator: ", "))), or let the experiment have \
      one method: --set method=clip
      """
    }
  }
}

extension URL {
  /// The path as a person would type it.
  fileprivate var shown: String { path(percentEncoded: false) }
}

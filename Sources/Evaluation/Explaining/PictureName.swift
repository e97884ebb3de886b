/// How pictures of texts are named.
enum PictureName {
  /// One name a text, without suffix: its number and what of it a file's name may hold.
  ///
  /// Numbers count from 1 and have as many digits as the last, so that a folder lists them in order and
  /// no two names are the same.
  static func stems(of texts: [String]) -> [String] {
    let digits = String(texts.count).count
    return zip(1..., texts).map { number, text in
      let number = String(number)
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      let name = String(words.joined(separator: "-").prefix(32))
      let padded = String(repeating: "0", count: digits - number.count) + number
      return name.isEmpty ? padded : "\(padded)-\(name)"
    }
  }
}

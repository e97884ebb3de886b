/// What a progress line says.
struct ProgressText {
  private static let rateFormat = NumberFormat(fractionDigits: 2)
  private static let shareFormat = NumberFormat(fractionDigits: 1)
  private static let barCells = 8...30

  private let label: String
  let total: Int
  private let unit: String

  init(label: String, total: Int, unit: String) {
    self.label = label.printable
    self.total = total
    self.unit = unit
  }

  /// How far it is: count, share, rate and the time that is left.
  ///
  /// - Parameters:
  ///   - completed: How many items are finished.
  ///   - rate: The items a second, where they can be told.
  ///   - note: What else there is to say.
  ///   - columns: The cells of the line, or `nil` for a log without a bar. What does not fit is cut.
  /// - Returns: The line, without line break.
  func status(completed: Int, rate: Double?, note: String? = nil, columns: Int?) -> String {
    let share = total == 0 ? 1 : Double(completed) / Double(total)
    var parts = [
      "\(completed)/\(total) \(unit)", Self.shareFormat.string(from: 100 * share) + " %",
    ]
    if let rate {
      parts.append("\(Self.rateFormat.string(from: rate)) \(unit)/s")
      if completed < total {
        let seconds = Double(total - completed) / rate
        parts.append(Self.clock(.seconds(seconds)) + " left")
      }
    }
    if let note { parts.append(note) }
    guard let columns else {
      return label + "  " + parts.joined(separator: ", ")
    }
    let line = [label] + parts
    let text = line.joined(separator: "  ")
    let free = columns - DisplayWidth.of(text) - 2
    guard free >= Self.barCells.lowerBound else { return Self.cut(text, to: columns) }
    let cells = min(free, Self.barCells.upperBound)
    let filled = Int(share * Double(cells))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    return ([label, bar] + parts).joined(separator: "  ")
  }

  /// What was done in the end, and how fast on the whole.
  func summary(completed: Int, inThisRun: Int, elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 && inThisRun > 0 ? Double(inThisRun) / seconds : nil
    let speed = rate.map { ", \(Self.rateFormat.string(from: $0)) \(unit)/s" } ?? ""
    return "\(label)  \(completed)/\(total) \(unit) in \(Self.clock(elapsed))\(speed)"
  }

  /// A duration as `m:ss` or `h:mm:ss`, rounded up so that nothing left is never 0:00.
  static func clock(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let whole = max(0, seconds + (attoseconds > 0 ? 1 : 0))
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = whole / 60
    return minutes < 60
      ? "\(minutes):\(two(whole % 60))"
      : "\(minutes / 60):\(two(minutes % 60)):\(two(whole % 60))"
  }

  private static func cut(_ text: String, to columns: Int) -> String {
    var width = 0
    return String(
      text.prefix { character in
        width += DisplayWidth.of(character)
        return width <= columns
      })
  }
}

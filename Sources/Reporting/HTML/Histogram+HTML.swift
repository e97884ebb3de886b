extension Histogram {
  private static let (width, height, left, top, bottom) = (768.0, 210.0, 44.0, 20.0, 180.0)

  /// The chart as a picture inside the page.
  ///
  /// - Parameter series: Which of the page's colours its columns have.
  /// - Returns: A drawing, with its numbers in words.
  public func html(series: Int = 0) -> HTMLNode {
    let colour = HTMLStyle.seriesColours[series % HTMLStyle.seriesColours.count]
    return HTMLNode(
      "svg",
      [
        "viewBox": "0 0 \(Self.width.digits) \(Self.height.digits)", "role": "img",
        "aria-label": description,
      ], columns(in: colour) + axis + medianMark
    ).scrolling(named: title)
  }

  /// The chart in words, for those who cannot see it.
  var description: String {
    let format = NumberFormat.count
    let step = (range.upperBound - range.lowerBound) / Double(counts.count)
    let parts = counts.enumerated().filter { $0.element > 0 }.map { index, count in
      let start = range.lowerBound + Double(index) * step
      return
        "\(count) from \(format.string(from: start)) to \(format.string(from: start + step))"
    }
    let middle = median.map { " Median \(NumberFormat.percent.string(from: $0))." } ?? ""
    return "\(title): \(parts.isEmpty ? "no images" : parts.joined(separator: ", ")).\(middle)"
  }

  private func x(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return Self.left + share * (Self.width - Self.left - 20)
  }

  private func columns(in colour: String) -> [HTMLNode] {
    let highest = Double(max(counts.max() ?? 0, 1))
    let step = (range.upperBound - range.lowerBound) / Double(counts.count)
    return counts.enumerated().filter { $0.element > 0 }.flatMap { index, count in
      let start = x(range.lowerBound + Double(index) * step)
      let width = x(range.lowerBound + Double(index + 1) * step) - start
      let height = Double(count) / highest * (Self.bottom - Self.top)
      return [
        HTMLNode(
          "rect",
          [
            "x": (start + 1).digits, "y": (Self.bottom - height).digits,
            "width": (width - 2).digits, "height": height.digits, "fill": colour,
          ]),
        .label(
          "\(count)", at: (start + width / 2, Self.bottom - height - 4), anchor: "middle"),
      ]
    }
  }

  private var axis: [HTMLNode] {
    [
      HTMLNode.line(
        from: (Self.left, Self.bottom), to: (Self.width - 20, Self.bottom), colour: "#444444")
    ]
      + (0...4).map { quarter in
        let value =
          range.lowerBound + Double(quarter) * (range.upperBound - range.lowerBound) / 4
        return .label(
          NumberFormat.count.string(from: value), at: (x(value), Self.bottom + 18),
          anchor: "middle")
      }
  }

  private var medianMark: [HTMLNode] {
    guard let median else { return [] }
    return [
      .line(
        from: (x(median), Self.top - 16), to: (x(median), Self.bottom), colour: "#1b1b1b",
        width: 1.5)
    ]
  }
}

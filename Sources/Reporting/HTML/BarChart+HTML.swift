extension BarChart {
  private static let (width, labelWidth, valueWidth) = (768.0, 184.0, 60.0)
  private static let (thickness, gap, top) = (14.0, 6.0, 20.0)
  private static let longestLabel = 26

  /// The chart as a picture inside the page, with a legend where there are several things.
  public var html: HTMLNode {
    let groupHeight = Double(series.count) * Self.thickness + Self.gap
    let bottom = Self.top + Double(groups.count) * groupHeight
    let bars = groups.enumerated().flatMap { index, group in
      nodes(of: group, at: Self.top + Double(index) * groupHeight)
    }
    let drawing = HTMLNode(
      "svg",
      [
        "viewBox": "0 0 \(Self.width.digits) \((bottom + 4).digits)", "role": "img",
        "aria-label": "\(title). The numbers are in the table below.",
      ], grid(downTo: bottom) + bars)
    return HTMLNode("div", legend + [drawing.scrolling(named: title)])
  }

  private var legend: [HTMLNode] {
    guard series.count > 1 else { return [] }
    return [
      HTMLNode(
        "ul", ["class": "swatches"],
        zip(HTMLStyle.seriesColours, series).map { colour, name in
          HTMLNode("li", [.swatch(colour), .text(name)])
        })
    ]
  }

  private func x(_ value: Double) -> Double {
    let clamped = min(max(value, axis.lowerBound), axis.upperBound)
    let share = (clamped - axis.lowerBound) / (axis.upperBound - axis.lowerBound)
    return Self.labelWidth + share * (Self.width - Self.labelWidth - Self.valueWidth)
  }

  private func grid(downTo bottom: Double) -> [HTMLNode] {
    stride(from: axis.lowerBound, through: axis.upperBound, by: 25).flatMap { value in
      [
        HTMLNode.line(
          from: (x(value), Self.top - 4), to: (x(value), bottom),
          colour: value == 0 ? "#444444" : "#cccccc"),
        HTMLNode.label(
          NumberFormat.count.string(from: value), at: (x(value), 12), anchor: "middle"),
      ]
    }
  }

  private func nodes(of group: Group, at top: Double) -> [HTMLNode] {
    let label = group.label.printable
    let name =
      label.count > Self.longestLabel ? label.prefix(Self.longestLabel - 1) + "…" : label[...]
    let middle = top + Double(series.count) * Self.thickness / 2
    return [
      HTMLNode.label(String(name), at: (Self.labelWidth - 8, middle + 4), anchor: "end")
    ]
      + zip(HTMLStyle.seriesColours, group.bars).enumerated().flatMap { index, part in
        nodes(of: part.1, in: part.0, at: top + Double(index) * Self.thickness)
      }
  }

  private func nodes(of bar: Bar?, in colour: String, at top: Double) -> [HTMLNode] {
    let middle = top + Self.thickness / 2
    guard let bar else { return [.label("–", at: (x(0) + 4, middle + 4), anchor: "start")] }
    let (from, to) = (min(x(0), x(bar.value)), max(x(0), x(bar.value)))
    let interval = bar.interval.map { interval in
      [
        // White beside the dark line, so that it shows on the bar too.
        HTMLNode.line(
          from: (x(interval.lowerBound), middle), to: (x(interval.upperBound), middle),
          colour: "#ffffff", width: 4),
        HTMLNode.line(
          from: (x(interval.lowerBound), middle), to: (x(interval.upperBound), middle),
          colour: "#1b1b1b", width: 1.5),
      ]
    }
    return [
      HTMLNode(
        "rect",
        [
          "x": from.digits, "y": (top + 1).digits, "width": (to - from).digits,
          "height": (Self.thickness - 2).digits, "fill": colour,
        ])
    ] + (interval ?? []) + [
      .label(
        NumberFormat.percent.string(from: bar.value), at: (Self.width, middle + 4), anchor: "end")
    ]
  }
}

extension HTMLNode {
  /// A straight line in a drawing.
  static func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), colour: String,
    width: Double = 1
  ) -> HTMLNode {
    HTMLNode(
      "line",
      [
        "x1": start.x.digits, "y1": start.y.digits, "x2": end.x.digits, "y2": end.y.digits,
        "stroke": colour, "stroke-width": width.digits,
      ])
  }

  /// Text in a drawing.
  static func label(
    _ text: String, at place: (x: Double, y: Double), anchor: String
  ) -> HTMLNode {
    HTMLNode(
      "text", ["x": place.x.digits, "y": place.y.digits, "text-anchor": anchor], [.text(text)])
  }

  /// The node in a frame that scrolls by itself where the page is narrower, with the keyboard too.
  func scrolling(named name: String) -> HTMLNode {
    HTMLNode(
      "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": name], [self])
  }

  /// A small field of a colour, for legends.
  ///
  /// - Parameter colour: As style sheets write it, such as `#1f5fa8`; never from data.
  /// - Returns: A field that is silent for those who cannot see it.
  public static func swatch(_ colour: String) -> HTMLNode {
    HTMLNode("span", ["class": "swatch", "style": "background: \(colour)", "aria-hidden": "true"])
  }
}

extension Double {
  /// A length in a drawing, to a tenth of a pixel.
  var digits: String { NumberFormat(fractionDigits: 1).string(from: self) }
}

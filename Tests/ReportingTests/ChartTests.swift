import Foundation
import Reporting
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("Bars are as long as their values, from the zero of the axis")
  func bars() {
    let chart = BarChart(
      title: "IoU", series: ["clip"],
      groups: [.init("dog", bars: [.init(50)]), .init("cat", bars: [.init(100)])])
    #expect(chart.axis == 0...100)
    let widths = chart.html.markup.matches(of: /<rect [^>]*width="([0-9.]+)"/)
      .compactMap { Double($0.1) }
    #expect(widths == [262, 524])
  }

  @Test("Scores below zero reach to the left of it, and the axis with them")
  func negative() {
    let chart = BarChart(
      title: "contrast", series: ["clip"],
      groups: [
        .init("dog", bars: [.init(-20, interval: -30 ... -10)]), .init("cat", bars: [.init(40)]),
      ])
    #expect(chart.axis == -50...100)
    let rects = chart.html.markup.matches(of: /<rect x="([0-9.]+)"[^>]*width="([0-9.]+)"/)
      .compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x, x + $0) } } }
    #expect(rects.count == 2)
    #expect(abs(rects[0].1 - rects[1].0) < 0.11, "both bars touch at zero: \(rects)")
  }

  @Test("Several things have a legend, one has none; a missing score has a dash and no bar")
  func series() {
    let two = BarChart(
      title: "IoU", series: ["clip", "clip-surgery"],
      groups: [.init("dog", bars: [.init(1), nil])]
    ).html.markup
    #expect(two.contains("clip-surgery</li>"))
    #expect(two.contains(">–</text>"))
    #expect(two.matches(of: /<rect\s/).count == 1)
    let one = BarChart(title: "IoU", series: ["clip"], groups: []).html.markup
    #expect(!one.contains("<li>"))
    #expect(one.contains("role=\"img\""))
  }

  @Test("A histogram counts every value once, the highest in the last column")
  func counts() {
    let values = [0, 4.9, 5, 50, 50, 99.9, 100]
    let histogram = Histogram(of: values, title: "images", in: 0...100)
    #expect(histogram.counts.count == 20)
    #expect(histogram.counts.reduce(0, +) == values.count)
    #expect(histogram.counts[0] == 2)
    #expect(histogram.counts[1] == 1)
    #expect(histogram.counts[10] == 2)
    #expect(histogram.counts[19] == 2)
    #expect(histogram.median == 50)
    #expect(
      histogram.html().markup.contains(
        "images: 2 from 0 to 5, 1 from 5 to 10, 2 from 50 to 55, 2 from 95 to 100. Median 50.00."))
  }

  @Test(
    "The median of an even number of values lies between the middle ones; of none there is none")
  func median() {
    #expect(Histogram(of: [10, 20], title: "", in: 0...100).median == 15)
    let none = Histogram(of: [], title: "images", in: 0...100)
    #expect(none.median == nil)
    #expect(none.html().markup.contains("images: no images."))
  }
}

import Datasets
import Foundation
import TestSupport
import Testing

@Suite("Regions of VOC's validation masks", .requiresSharedData)
struct VOCRegionsTests {
  /// The overlap of a prediction that covers everything with the region of one class.
  private struct Overlap: Sendable {
    let classID: Int
    let inside: Int
    let scored: Int

    var score: Double { Double(inside) / Double(scored) }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func overlaps() async throws -> [Overlap] {
    let folder = SharedData.url("data/VOCdevkit/VOC2012")
    let list = try String(
      contentsOf: folder.appending(path: "ImageSets/Segmentation/val_full1449.txt"),
      encoding: .utf8)
    let ids = list.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(ids.count == 1_449)
    let source = LabelMapRegions(table: .voc20)
    return try await withThrowingTaskGroup { group in
      for id in ids {
        let label = folder.appending(path: "SegmentationClassAug/\(id).png")
        group.addTask {
          try source.regions(of: Sample(id: id, image: label, label: label)).map { region in
            Overlap(
              classID: region.classID, inside: region.inside.count,
              scored: region.inside.width * region.inside.height - region.void.count)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// The scores were computed by NumPy from the same files.
  @Test(
    "a prediction that covers everything scores what another program computes, by three averages")
  func trivialScores() async throws {
    let overlaps = try await Self.overlaps()
    #expect(overlaps.count == 2_148)
    let classes = Dictionary(grouping: overlaps, by: \.classID).values
    #expect(classes.count == 20)
    let byClass = Self.mean(classes.map { Self.mean($0.map(\.score)) })
    let byPair = Self.mean(overlaps.map(\.score))
    let accumulated = Self.mean(
      classes.map { pairs in
        Double(pairs.map(\.inside).reduce(0, +)) / Double(pairs.map(\.scored).reduce(0, +))
      })
    #expect(abs(100 * byClass - 18.49) < 0.005, "\(100 * byClass)")
    #expect(abs(100 * byPair - 18.36) < 0.005, "\(100 * byPair)")
    #expect(abs(100 * accumulated - 18.18) < 0.005, "\(100 * accumulated)")
  }
}

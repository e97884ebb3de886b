import Datasets
import Foundation
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@Suite("LabelledDataset")
struct LabelledDatasetTests {
  private static let dataset = LabelledDataset(
    name: "toy", split: "test", classList: .numbered(3),
    images: [("a", [0], []), ("b", [], []), ("c", [], [1]), ("d", [], []), ("e", [1, 2], [0])]
      .map { (id: String, present: [Int], undecided: [Int]) in
        LabelledImage(
          id: id, image: URL(filePath: "/\(id).jpg"), present: present, undecided: undecided)
      },
    missingImages: ["f"])

  @Test("keeps images without any class, or leaves them out and counts them")
  func unlabelled() throws {
    let kept = try Self.dataset.applying(.keep)
    #expect(kept.images == Self.dataset.images)
    #expect(kept.unlabelledImages == .keep)
    #expect(kept.unlabelledImagesLeftOut == 0)
    let part = try kept.applying(.leaveOut)
    #expect(part.images.map(\.id) == ["a", "c", "e"])
    #expect(part.unlabelledImages == .leaveOut)
    #expect(part.unlabelledImagesLeftOut == 2)
    #expect(part.missingImages == ["f"])
    #expect(try part.applying(.leaveOut).unlabelledImagesLeftOut == 2)
  }

  @Test("refuses to leave out every image")
  func nothingLeft() throws {
    let part = try Self.dataset.selecting(.sample("b"))
    #expect(throws: DatasetError.noLabelledImage(dataset: "toy")) { try part.applying(.leaveOut) }
  }

  @Test("takes a part in its own order")
  func selection() throws {
    #expect(try Self.dataset.selecting(.range(1..<3)).images.map(\.id) == ["b", "c"])
    #expect(try Self.dataset.selecting(.first(1)).images.map(\.id) == ["a"])
    #expect(
      throws: DatasetError.unknownSample(
        "E", dataset: "toy", split: "test", suggestion: "e")
    ) { try Self.dataset.selecting(.sample("E")) }
  }

  @Test("of label maps shows the classes that they hold, were it in one pixel")
  func labelMaps() throws {
    let folder = try TemporaryFolder()
    let maps: [[UInt16]] = [[0, 0, 0, 20, 1], [0, 255, 0, 0, 0], [255, 5, 5, 0, 3]]
    let samples = try maps.enumerated().map { number, labels in
      Sample(
        id: "\(number)", image: folder.path("\(number).jpg"),
        label: try folder.write(labels: labels, to: "\(number).png"))
    }
    let objects = Dataset(
      name: "voc20", split: nil, classList: .numbered(20), labelTable: .voc20, samples: samples)
    let labelled = try LabelledDataset(labelMapsOf: objects, workers: Workers(2))
    #expect(labelled.name == "voc20")
    #expect(labelled.images.map(\.id) == ["0", "1", "2"])
    #expect(labelled.images.map(\.present) == [[0, 19], [], [2, 4]])
    #expect(labelled.classList == objects.classList)

    // The background is no class, and does not shift the others.
    let all = Dataset(
      name: "voc21", split: nil, classList: .numbered(21), labelTable: .voc21, samples: samples,
      backgroundClass: 0)
    let others = try LabelledDataset(labelMapsOf: all)
    #expect(others.images.map(\.present) == labelled.images.map(\.present))
    #expect(others.classList.names == Array(all.classList.names.dropFirst()))
  }

  @Test("of label maps names the file that is no label map")
  func unsoundLabelMap() throws {
    let folder = try TemporaryFolder()
    let sample = Sample(
      id: "a", image: folder.path("a.jpg"), label: try folder.write(labels: [21], to: "a.png"))
    let dataset = Dataset(
      name: "voc20", split: nil, classList: .numbered(20), labelTable: .voc20, samples: [sample])
    #expect(throws: DatasetError.self) { try LabelledDataset(labelMapsOf: dataset) }
  }

  @Test("of VOC's 1,449 augmented label maps agrees with published lists", .requiresSharedData)
  func publishedLists() throws {
    let dataset = try BenchmarkReader(
      .voc20, root: SharedData.url("data/VOCdevkit"), split: "val_full1449",
      labelFolder: "SegmentationClassAug"
    ).read(requiring: .labels)
    let labelled = try LabelledDataset(labelMapsOf: dataset, workers: Workers(2))
    let listed = try ListedLabelsReader(
      list: SharedData.url("data/multilabel/tagclip_voc2012_val.txt"),
      images: SharedData.url("data"), classList: .numbered(20)
    ).read(requiringImages: false)
    #expect(labelled.images.map(\.id) == listed.images.map(\.id))
    let different = zip(labelled.images, listed.images).filter { $0.present != $1.present }
    // In one photo the list misses the person (class 14), who covers 8,480 pixels.
    #expect(
      different.map { "\($0.id) \($0.present) \($1.present)" } == [
        "2008_005245 [6, 13, 14] [6, 13]"
      ])
  }

  @Test("of COCO-Stuff's label maps agrees with published lists", .requiresSharedData)
  func stuff() throws {
    let dataset = try BenchmarkReader(.cocoStuff171, root: SharedData.url("data"))
      .read(requiring: .labels)
    let labelled = try LabelledDataset(labelMapsOf: dataset)
    let listed = try ListedLabelsReader(
      list: SharedData.url("data/multilabel/tagclip_cocostuff_val.txt"),
      images: SharedData.url("data"), classList: .numbered(171),
      labelMap: LabelTable.cocoStuff171.entries
    ).read(requiringImages: false)
    let known = Dictionary(uniqueKeysWithValues: listed.images.map { ($0.id, $0.present) })
    let shared = labelled.images.filter { known[$0.id] != nil }
    #expect(shared.count > 0)
    for image in shared { #expect(image.present == known[image.id], "\(image.id)") }
  }
}

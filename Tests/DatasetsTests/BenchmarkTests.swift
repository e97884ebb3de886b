import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("Benchmark")
struct BenchmarkTests {
  @Test("is found by its name, and has the number of classes that is in it")
  func names() throws {
    #expect(Set(Benchmark.all.map(\.name)).count == Benchmark.all.count)
    for benchmark in Benchmark.all {
      #expect(Benchmark(named: benchmark.name)?.name == benchmark.name)
      let digits = benchmark.name.reversed().prefix(while: \.isNumber).reversed()
      if let count = Int(String(digits)) { #expect(benchmark.classCount == count) }
      #expect(benchmark.imageCounts[benchmark.standardSplit] != nil, "\(benchmark.name)")
    }
    #expect(Benchmark(named: "voc22") == nil)
  }

  @Test("its background is a class in every form of its labels, or in none")
  func background() {
    for benchmark in Benchmark.all {
      for form in benchmark.forms {
        let scored = Set(form.labelTable.entries.compactMap(\.trainID))
        #expect(scored == Set(0..<benchmark.classCount), "\(benchmark.name)")
        #expect(benchmark.backgroundClass == nil || form.labelTable.unscoredBackground.isEmpty)
      }
    }
  }
}

@Suite("PathPattern")
struct PathPatternTests {
  private let root = URL(filePath: "/data/set")

  @Test("puts the names of split and sample into a path")
  func files() {
    let pattern: PathPattern = "gtFine/{split}/{id}_gtFine_labelIds.png"
    #expect(
      pattern.file(of: "ulm/ulm_0", split: "val", in: root).path
        == "/data/set/gtFine/val/ulm/ulm_0_gtFine_labelIds.png")
    #expect(pattern.folder(of: "val", in: root).path == "/data/set/gtFine/val")
    #expect(pattern.folderOfSplits(in: root).path == "/data/set/gtFine")
    #expect(pattern.suffix == "_gtFine_labelIds.png")
    let list: PathPattern = "ImageSets/Main/{split}.txt"
    #expect(list.file(of: "val", in: root).path == "/data/set/ImageSets/Main/val.txt")
  }

  @Test("may begin above the folder, and end in it")
  func climbing() {
    let above: PathPattern = "../../context/trainval/{id}.mat"
    #expect(above.file(of: "1", split: "val", in: root).path == "/context/trainval/1.mat")
    #expect(above.folder(of: "val", in: root).path == "/context/trainval")
    let inside: PathPattern = "{split}/{id}.jpg"
    #expect(inside.folderOfSplits(in: root) == root)
  }

  @Test("lists the splits that are there")
  func splits() throws {
    let folder = try TemporaryFolder()
    try folder.touch(
      "lists/val.txt", "lists/train.txt", "lists/readme.md", "val-segmentation/1.png",
      "train-segmentation/1.png", "train/1.jpg")
    #expect(try PathPattern("lists/{split}.txt").splits(in: folder.url) == ["train", "val"])
    #expect(
      try PathPattern("{split}-segmentation/{id}.png").splits(in: folder.url) == ["train", "val"])
    #expect(try PathPattern("none/{split}/{id}.png").splits(in: folder.url).isEmpty)
  }
}

import Datasets
import DemoWorld
import Foundation
import Imaging
import OpenVocabulary
import TestSupport
import Testing

@Suite("Which classes the drawn scenes show, as benchmarks list it", .drawnBenchmarks)
struct RecognitionTests {
  let world: DrawnBenchmarks

  init() throws {
    world = try #require(DrawnBenchmarksTrait.world)
  }

  /// Of each scene the categories that are seen at all, and those that a caption would mention.
  private static let views = DrawnBenchmarks.scenes.map { scene in
    (seen: Set(scene.categories.compactMap(\.self)), mentioned: Set(scene.visibleCategories))
  }

  @Test("VOC has a list for each of 20 classes: 1 shown, 0 hardly, −1 not, flush right")
  func voc() throws {
    let folder = "VOCdevkit/VOC2012/ImageSets/Main/"
    let lists = world.files.filter { $0.hasPrefix(folder) && $0.hasSuffix("_val.txt") }
    #expect(lists.count == 20)
    var answers: Set<String> = []
    for list in lists {
      let name = list.dropFirst(folder.count).dropLast("_val.txt".count)
      let category = SceneCategory.allCases.first { $0.name == name }
      let lines = try world.lines(list)
      #expect(lines.count == DrawnBenchmarks.sceneCount)
      for (index, line) in lines.enumerated() {
        let (seen, mentioned) = Self.views[index]
        let answer =
          category.map {
            mentioned.contains($0) ? " 1" : seen.contains($0) ? " 0" : "-1"
          } ?? "-1"
        let number = index < 10 ? "0\(index)" : "\(index)"
        #expect(line == "demo_0000\(number) \(answer)", "\(list)")
        answers.insert(answer)
      }
    }
    #expect(answers.contains(" 1"))
    #expect(answers.contains("-1"))
  }

  @Test("NUS-Wide has 81 files of answers in the order of the list, whose names have back slashes")
  func nusWide() throws {
    let concepts = try world.lines("NUS-WIDE/Concepts81.txt")
    #expect(concepts.count == 81)
    #expect(concepts == concepts.sorted())
    let photos = try world.lines("NUS-WIDE/ImageList/TestImagelist.txt")
    #expect(photos.count == DrawnBenchmarks.sceneCount)
    for (index, photo) in photos.enumerated() {
      let kind = DrawnBenchmarks.scenes[index].scene.kind
      #expect(photo.hasPrefix("\(kind)\\00"), "\(photo)")
      let file = "NUS-WIDE/Flickr/" + photo.replacing("\\", with: "/")
      let image = try RGBImage(contentsOf: world.data.appending(path: file))
      #expect(image.width == DrawnBenchmarks.scenes[index].image.width)
    }
    let named: [String: [SceneCategory]] = [
      "sky": [.sky], "mountain": [.mountain], "water": [.water], "sand": [.sand],
      "grass": [.grass], "road": [.road], "buildings": [.building], "tree": [.tree],
      "rocks": [.rock], "person": [.person], "cars": [.car], "vehicle": [.car, .bus],
      "boats": [.boat], "birds": [.bird], "dog": [.dog], "animal": [.bird, .dog, .sheep],
    ]
    for concept in concepts {
      let lines = try world.lines(
        "NUS-WIDE/Groundtruth/TrainTestLabels/Labels_\(concept)_Test.txt")
      let expected = (0..<DrawnBenchmarks.sceneCount).map { index in
        Self.views[index].mentioned.isDisjoint(with: named[concept] ?? []) ? "0" : "1"
      }
      #expect(lines == expected, "\(concept)")
    }
  }

  @Test(
    "Through VOC's reader a scene shows the classes that are mentioned, and the others are open")
  func vocReader() throws {
    let names = VOCRecognitionReader.classNames
    let dataset = try VOCRecognitionReader(
      root: world.data, year: .voc2012, classList: classList("voc20")
    ).read(requiringImages: true)
    #expect(dataset.images.count == DrawnBenchmarks.sceneCount)
    for (image, (seen, mentioned)) in zip(dataset.images, Self.views) {
      let hardlySeen = seen.subtracting(mentioned)
      #expect(Set(image.present.map { names[$0] }) == known(mentioned, to: names), "\(image.id)")
      #expect(Set(image.undecided.map { names[$0] }) == known(hardlySeen, to: names), "\(image.id)")
    }
  }

  @Test("Through NUS-Wide's reader a scene shows its concepts")
  func nusWideReader() throws {
    let names = NUSWideReader.concepts
    let dataset = try NUSWideReader(root: world.data, classList: classList("nus-wide81"))
      .read(requiringImages: true)
    #expect(dataset.images.count == DrawnBenchmarks.sceneCount)
    for (image, (_, mentioned)) in zip(dataset.images, Self.views) {
      // Those concepts that have the category's own name.
      let expected = known(mentioned, to: names)
      #expect(Set(image.present.map { names[$0] }).isSuperset(of: expected), "\(image.id)")
      #expect(
        image.present.contains(names.firstIndex(of: "vehicle") ?? -1)
          == !mentioned.isDisjoint(with: [.car, .bus]), "\(image.id)")
    }
  }

  private func classList(_ name: String) throws -> ClassList {
    try ClassList(
      contentsOf: SharedData.packageRoot.appending(path: "Datasets/classes/\(name).txt"))
  }

  /// The names of those categories that are among the given names.
  private func known(_ categories: Set<SceneCategory>, to names: [String]) -> Set<String> {
    Set(categories.map(\.name)).intersection(names)
  }
}

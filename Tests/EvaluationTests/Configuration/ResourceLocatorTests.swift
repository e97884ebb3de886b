import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Resource locator")
struct ResourceLocatorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A locator that works in `work/deep`, with a home and an installation beside.
  private var locator: ResourceLocator {
    ResourceLocator(
      Surroundings(
        environment: [
          ResourceLocator.homeVariable: folder.url.appending(path: "home").path
        ],
        workingDirectory: folder.url.appending(path: "work/deep"),
        executable: folder.url.appending(path: "prefix/bin/evaluate")))
  }

  private func place(_ url: URL?) -> String? {
    url.map { String($0.path.dropFirst(folder.url.standardizedFileURL.path.count + 1)) }
  }

  @Test("Nearer places win: working directory, folders above it, home, installation")
  func order() throws {
    let places = [
      "prefix/share/surgerybench/Configs/x.json", "home/Configs/x.json", "work/Configs/x.json",
      "work/deep/Configs/x.json",
    ]
    for path in places {
      try folder.write("{}", to: path)
      #expect(place(locator.find(.experiments, "x")) == path)
      #expect(place(locator.find(.experiments, "x.json")) == path)
    }
  }

  @Test("A path wins over a name")
  func paths() throws {
    try folder.write("{}", to: "work/deep/Configs/x.json")
    try folder.write("{}", to: "work/deep/x.json")
    #expect(
      place(try locator.locate(.experiments, "x.json", statedAt: .standard))
        == "work/deep/x.json")
    #expect(
      place(try locator.locate(.experiments, "x", statedAt: .standard))
        == "work/deep/Configs/x.json")
  }

  @Test("Where there is nothing, the error lists every place and what there is")
  func nothing() throws {
    try folder.write("a\n", to: "home/Datasets/classes/voc20.txt")
    let looked: [String]
    do throws(ConfigurationError) {
      _ = try locator.locate(.classes, "voc2O", statedAt: .option("--x"))
      looked = []
    } catch {
      guard case .notFound(_, let what, let name, let places, let hint) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(what == "class list")
      #expect(name == "voc2O")
      #expect(hint == "Did you mean voc20?")
      looked = places
    }
    let root = folder.url.standardizedFileURL.path
    #expect(looked.prefix(2) == ["voc2O", "Datasets/classes/voc2O.txt"])
    #expect(looked.contains("\(root)/work/Datasets/classes/voc2O.txt"))
    #expect(
      looked.suffix(2) == [
        "\(root)/home/Datasets/classes/voc2O.txt",
        "\(root)/prefix/share/surgerybench/Datasets/classes/voc2O.txt",
      ])
  }

  @Test("A folder of the right name is no resource")
  func folders() throws {
    try folder.write("x", to: "home/Configs/x.json/file")
    #expect(locator.find(.experiments, "x") == nil)
  }
}

import DemoWorld
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Captions")
struct CaptionsTests {
  private static let names = Dictionary(
    uniqueKeysWithValues: SceneCategory.allCases.map { ($0.name, $0) })

  /// The categories a caption names, in its order.
  private func categories(namedIn caption: String) -> [SceneCategory] {
    caption.split { !$0.isLetter }.compactMap { Self.names[String($0)] }
  }

  @Test("Captions name what the mask shows, each thing once, and some name all of it")
  func captionsAgreeWithMasks() {
    for index in 0..<30 {
      let rendered = RenderedScene(Scene(seed: 21, index: index))
      let visible = Set(rendered.visibleCategories)
      let shown = Set(rendered.classMask.labels)
      let captions = Captions.make(20, of: rendered.visibleCategories, seed: 21, index: index)
      #expect(captions.count == 20)
      for caption in captions {
        let named = categories(namedIn: caption)
        #expect(!named.isEmpty, "scene \(index) of seed 21: \(caption)")
        #expect(Set(named).count == named.count, "scene \(index) of seed 21: \(caption)")
        #expect(visible.isSuperset(of: named), "scene \(index) of seed 21: \(caption)")
        for category in named {
          #expect(
            shown.contains(UInt16(category.rawValue + 1)), "scene \(index) of seed 21: \(caption)")
        }
      }
      #expect(
        captions.contains { Set(categories(namedIn: $0)) == visible }, "scene \(index) of seed 21")
    }
  }

  @Test("Names come in varying order")
  func orderVaries() {
    let captions = Captions.make(40, of: [.sky, .grass, .sheep], seed: 3, index: 0)
    let complete = captions.map { categories(namedIn: $0) }.filter { $0.count == 3 }
    #expect(Set(complete).count == 6, "\(Set(complete).count) of 6 orders")
  }

  @Test("A caption of one thing is a template with its name filled in")
  func templatesHaveTheFormOfCaptions() {
    for category in SceneCategory.allCases {
      let filled = Set(
        Captions.templates.map { $0.replacing("{}", with: category.name) })
      for caption in Captions.make(40, of: [category], seed: 4, index: 0) {
        #expect(filled.contains(caption), "\(caption)")
      }
    }
  }

  @Test("The list of templates that ships is the captions' own")
  func shippedTemplates() throws {
    let file = SharedData.packageRoot.appending(path: "Datasets/templates/demo.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
      String.init)
    #expect(lines == Captions.templates)
  }

  @Test("Scenes without anything named get a sentence that says so")
  func emptyScene() {
    for caption in Captions.make(3, of: [], seed: 1, index: 0) {
      #expect(caption.hasSuffix(" nothing."), "\(caption)")
    }
  }
}

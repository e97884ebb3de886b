import Foundation
import OpenVocabulary
import TestSupport
import Testing

@Suite struct ClassListTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [
    "# two classes\nroad\nperson; pedestrian ;rider\n", "\n\nroad\nperson;pedestrian;rider",
    "road\r\nperson;pedestrian;rider\r\n\r\n", "\u{FEFF}  road \n # aside\nperson;pedestrian;rider",
  ])
  func aFileGivesClassesWithAliases(contents: String) throws {
    let file = try folder.write(contents, to: "street.own.txt")
    let list = try ClassList(contentsOf: file)
    #expect(list.name == "street.own")
    #expect(list.count == 2)
    #expect(list.names == ["road", "person"])
    #expect(list.queries == ["road", "person", "pedestrian", "rider"])
    #expect(list.classOfQuery == [0, 1, 1, 1])
    #expect(list.contents == "road\nperson;pedestrian;rider\n")
  }

  @Test func aDisplayNameThatIsNoTextStandsBeforeAnEqualsSign() throws {
    let contents = "background = sky;wall\nperson;body\ndoor\ndoor 2 = door\n"
    let file = try folder.write(
      "background=sky; wall\nperson = person ;body\ndoor\n door 2  =  door\n", to: "own.txt")
    let list = try ClassList(contentsOf: file)
    #expect(list.names == ["background", "person", "door", "door 2"])
    #expect(list.texts == [["sky", "wall"], ["person", "body"], ["door"], ["door"]])
    #expect(list.classOfQuery == [0, 0, 1, 1, 2, 3])
    #expect(list.contents == contents)
    let again = try ClassList(contentsOf: folder.write(contents, to: "own.txt"))
    #expect(again == list)
    #expect(
      try ClassList(name: "own", displayNames: list.names, texts: list.texts) == list)
  }

  @Test func aListCanLoseAClass() throws {
    let list = try ClassList(
      name: "own", displayNames: ["background", "cat", "dog"], texts: [["sky"], ["cat"], ["dog"]])
    let rest = try list.removing(classAt: 0)
    #expect(rest.name == "own without background")
    #expect(rest.contents == "cat\ndog\n")
    #expect(throws: OpenVocabularyError.noClasses(file: "cat without cat")) {
      try ClassList(name: "cat", texts: [["cat"]]).removing(classAt: 0)
    }
  }

  @Test func twoClassesMayShareAnAlias() throws {
    let list = try ClassList(name: "beds", texts: [["background", "bed"], ["bed"]])
    #expect(list.classOfQuery == [0, 0, 1])
  }

  @Test(arguments: [
    ("", OpenVocabularyError.noClasses(file: "F")),
    ("# nothing\n\n", .noClasses(file: "F")),
    ("a\n\nb\n", .blankLine(file: "F", line: 2)),
    ("a\nb;;c\n", .emptyName(file: "F", line: 2, got: "b; ; c")),
    ("a\n;b\n", .emptyName(file: "F", line: 2, got: "; b")),
    ("a;\n", .emptyName(file: "F", line: 1, got: "a; ")),
    ("# x\na\nb\na;c\n", .duplicateClass(file: "F", line: 4, name: "a", firstLine: 2)),
    ("a\nb = \n", .emptyName(file: "F", line: 2, got: "b = ")),
    ("= a\n", .emptyName(file: "F", line: 1, got: " = a")),
    ("a\na = b\n", .duplicateClass(file: "F", line: 2, name: "a", firstLine: 1)),
    ("a = b;b\n", .duplicateAlias(file: "F", line: 1, alias: "b")),
    ("a;b;b\n", .duplicateAlias(file: "F", line: 1, alias: "b")),
    ("a;a\n", .duplicateAlias(file: "F", line: 1, alias: "a")),
    ("a\0b\n", .notText(file: "F")),
  ])
  func aBadFileIsAnErrorThatNamesTheLine(contents: String, expected: OpenVocabularyError) throws {
    let file = try folder.write(contents, to: "classes.txt")
    let error = #expect(throws: OpenVocabularyError.self) { try ClassList(contentsOf: file) }
    #expect(error?.description == expected.description.replacing("F:", with: "\(file.path):"))
  }

  @Test func bytesThatAreNoTextAreAnError() throws {
    let file = try folder.write(Data([0x61, 0xFF, 0xFE, 0x0A]), to: "classes.txt")
    #expect(throws: OpenVocabularyError.notText(file: file.path)) {
      try ClassList(contentsOf: file)
    }
  }

  @Test func aMissingFileIsAnError() {
    let file = folder.url.appending(path: "none.txt")
    let error = #expect(throws: OpenVocabularyError.self) { try ClassList(contentsOf: file) }
    #expect(error?.description.hasPrefix("\(file.path): cannot be read: ") == true)
    #expect(error?.description.contains("No such file or directory") == true, "\(error as Any)")
  }

  @Test func classesMadeInMemoryAreChecked() {
    #expect(throws: OpenVocabularyError.noClasses(file: "own")) {
      try ClassList(name: "own", texts: [])
    }
    #expect(throws: OpenVocabularyError.emptyName(file: "own", line: 2, got: "")) {
      try ClassList(name: "own", texts: [["a"], []])
    }
    #expect(throws: OpenVocabularyError.emptyName(file: "own", line: 1, got: " ")) {
      try ClassList(name: "own", texts: [[" "]])
    }
  }
}

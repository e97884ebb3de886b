import Foundation
import OpenVocabulary
import TestSupport
import Testing

@Suite struct PromptTemplatesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileGivesTemplates() throws {
    let file = try folder.write("# two\r\na photo of a {}.\r\n\r\n{}\r\n", to: "plain.txt")
    let templates = try PromptTemplates(contentsOf: file)
    #expect(templates.name == "plain")
    #expect(templates.templates == ["a photo of a {}.", "{}"])
    #expect(templates.count == 2)
    #expect(templates.prompts(for: "dog") == ["a photo of a dog.", "dog"])
    #expect(templates.prompts(for: "") == ["a photo of a .", ""])
    #expect(templates.contents == "a photo of a {}.\n{}\n")
  }

  @Test(arguments: [
    ("", OpenVocabularyError.noTemplates(file: "F")),
    ("# none\n\n", .noTemplates(file: "F")),
    ("a photo.\n", .placeholders(file: "F", line: 1, template: "a photo.", got: 0)),
    ("{}\n\n{} and {}\n", .placeholders(file: "F", line: 3, template: "{} and {}", got: 2)),
    ("{}.\n#\n{}. \n", .duplicateTemplate(file: "F", line: 3, template: "{}.", firstLine: 1)),
  ])
  func aBadFileIsAnErrorThatNamesTheLine(contents: String, expected: OpenVocabularyError) throws {
    let file = try folder.write(contents, to: "templates.txt")
    let error = #expect(throws: OpenVocabularyError.self) {
      try PromptTemplates(contentsOf: file)
    }
    #expect(error?.description == expected.description.replacing("F:", with: "\(file.path):"))
  }

  @Test func templatesMadeInMemoryAreChecked() {
    #expect(
      throws: OpenVocabularyError.placeholders(file: "own", line: 2, template: "a", got: 0)
    ) {
      try PromptTemplates(name: "own", templates: ["{}", "a"])
    }
  }
}

import TestSupport
import Testing

extension BinaryTests {
  @Suite("Data sets and class lists that are known")
  struct DatasetsListTests {
    @Test("Every kind is listed with its classes, its images and its files")
    func list() async throws {
      let process = try await EvaluateProcess.run(["datasets", "list"])
      #expect(process.exitCode == 0)
      #expect(process.messages == "")
      for part in [
        "voc20 ", "voc21 ", "cityscapes ", "folder ", "1449", "500",
        "VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt", "gtFine_labelIds.png",
      ] {
        #expect(process.output.contains(part), "\(part) is not in: \(process.output)")
      }
    }

    @Test("A class list is printed as its file would state it", arguments: ["voc20", "cityscapes"])
    func classes(name: String) async throws {
      let process = try await EvaluateProcess.run(["datasets", "classes", name])
      #expect(process.exitCode == 0)
      #expect(process.messages == "")
      let lines = process.output.split(separator: "\n")
      #expect(lines.count == (name == "voc20" ? 20 : 19))
      #expect(lines.first == (name == "voc20" ? "aeroplane" : "road"))
    }

    @Test("What is printed is read again as a list")
    func printedListIsList() async throws {
      let folder = try TemporaryFolder()
      let printed = try await EvaluateProcess.run(["datasets", "classes", "voc20.maskclip"])
      let file = try folder.write(printed.output, to: "mine.txt")
      let again = try await EvaluateProcess.run(["datasets", "classes", file.argument])
      #expect(again.exitCode == 0)
      #expect(again.output == printed.output && !printed.output.isEmpty)
    }

    @Test("Without a name the names of all lists are printed")
    func names() async throws {
      let process = try await EvaluateProcess.run(["datasets", "classes"])
      #expect(process.exitCode == 0)
      let names = process.output.split(separator: "\n")
      for name in ["cityscapes19", "voc20", "voc20.maskclip", "voc21"] {
        #expect(names.contains(Substring(name)), "\(process.output)")
      }
    }

    @Test("A name that is no list is refused with the one that was meant")
    func unknownName() async throws {
      let process = try await EvaluateProcess.run(["datasets", "classes", "citiscapes19"])
      process.expectRefusal(mentioning: ["citiscapes19", "Did you mean cityscapes19?"])
    }
  }
}

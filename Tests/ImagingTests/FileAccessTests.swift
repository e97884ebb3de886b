import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Files that are no images")
struct FileAccessTests {
  @Test("a missing file is named")
  func missing() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "absent.png")
    let error = ImagingError.missingFile(file: url.relativePath)
    #expect(throws: error) { try RGBImage(contentsOf: url) }
    #expect(throws: error) { try LabelMap(contentsOf: url) }
    #expect(throws: error) { try ImageHeader(contentsOf: url) }
    #expect(error.description == "\(url.relativePath): there is no such file")
  }

  @Test("a folder cannot be read, and the system's reason is told")
  func folder() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ImagingError.self) { try RGBImage(contentsOf: folder.url) }
    guard case .unreadableFile(folder.url.relativePath, let reason) = error else {
      Issue.record("\(String(describing: error)) instead of unreadable")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("an empty file is told from one of another kind")
  func empty() throws {
    let folder = try TemporaryFolder()
    let url = try folder.write(Data(), to: "empty.jpg")
    #expect(throws: ImagingError.emptyFile(file: url.relativePath)) {
      try RGBImage(contentsOf: url)
    }
  }

  @Test(
    "other kinds of files are recognised",
    arguments: [
      ("GIF89a", "the file starts with 47 49 46 38 39 61, which is a GIF"),
      (
        "RIFF\u{1}\u{2}\u{3}\u{4}WEBP",
        "the file starts with 52 49 46 46 01 02 03 04, which is a WebP"
      ),
      ("<!DOCTYPE html>", "HTML or XML, perhaps the error page of a download"),
      ("version https://git-lfs.github.com/spec/v1", "a Git LFS pointer; run `git lfs pull`"),
      ("hello", "expected a PNG or JPEG image; the file starts with 68 65 6C 6C 6F"),
    ])
  func otherKinds(_ contents: String, _ words: String) throws {
    let folder = try TemporaryFolder()
    let url = try folder.write(contents, to: "image.png")
    let error = #expect(throws: ImagingError.self) { try LabelMap(contentsOf: url) }
    #expect(error?.description.hasPrefix("\(url.relativePath): ") == true)
    #expect(error?.description.hasSuffix(words) == true, "\(error?.description ?? "")")
  }

  @Test("the name's suffix does not matter, the first bytes do")
  func ignoresSuffix() throws {
    let folder = try TemporaryFolder()
    let url = try folder.write(JPEGFixture.all[0].data, to: "photo.png")
    #expect(try RGBImage(contentsOf: url) == JPEGFixture.all[0].expected)
    #expect(try ImageHeader(contentsOf: url).format == .jpeg)
  }
}

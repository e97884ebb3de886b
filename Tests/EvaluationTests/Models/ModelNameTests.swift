import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("The model by its name")
struct ModelNameTests {
  private static let named = ExperimentSandbox.text.replacing(
    #"{ "checkpoint": "model/model.safetensors" }"#, with: #""ViT-B/16""#)

  private var cache: [String: String] { ["SURGERYBENCH_CACHE": "cache"] }

  private func sandbox(_ environment: [String: String]) throws -> ExperimentSandbox {
    var sandbox = try ExperimentSandbox()
    sandbox.configuration.surroundings.environment.merge(environment) { $1 }
    return sandbox
  }

  @Test("Where the file is not in the cache folder, the message says where it belongs")
  func missing() throws {
    let complaint = try sandbox(cache).complaint(Self.named)
    #expect(
      complaint.contains("`model.name`: no file of weights at cache/models/ViT-B-16.pt"),
      "\(complaint)")
    #expect(complaint.contains("https://openaipublic.azureedge.net/"), "\(complaint)")
  }

  @Test(
    "The cache folder is named by SURGERYBENCH_CACHE, else XDG_CACHE_HOME, else HOME",
    arguments: [
      (["SURGERYBENCH_CACHE": "a", "XDG_CACHE_HOME": "b", "HOME": "c"], "a/models"),
      (["XDG_CACHE_HOME": "b", "HOME": "c"], "b/surgerybench/models"),
      (["HOME": "c"], "c/.cache/surgerybench/models"),
    ])
  func cacheFolder(environment: [String: String], folder: String) throws {
    let complaint = try sandbox(environment).complaint(Self.named)
    #expect(complaint.contains(" \(folder)/ViT-B-16.pt"), "\(complaint)")
  }

  @Test("A file of the name with other bytes is refused with both hashes")
  func otherBytes() throws {
    let sandbox = try sandbox(cache)
    try sandbox.write("not the weights", to: "cache/models/ViT-B-16.pt")
    try sandbox.write("merges", to: "cache/models/merges.txt")
    let complaint = sandbox.complaint(Self.named)
    let known = try #require(KnownCheckpoint.named("ViT-B/16"))
    #expect(complaint.contains("\(known.hash)"), "\(complaint)")
    #expect(complaint.contains("\(ContentHash(of: "not the weights"))"), "\(complaint)")
  }

  @Test("A stated checkpoint has to be the model that is named")
  func statedCheckpoint() throws {
    let complaint = try sandbox(cache).complaint(
      Self.named, set: ["model.checkpoint=model/model.safetensors"])
    #expect(complaint.contains("is ViT-B/16, whose SHA-256 is"), "\(complaint)")
    #expect(complaint.contains("\(ContentHash(of: TinyCheckpoint.contents()))"), "\(complaint)")
  }

  @Test("A name that nobody published is refused with the one that was meant")
  func unknownName() throws {
    let complaint = try sandbox(cache).complaint(Self.named.replacing("B/16", with: "B/61"))
    #expect(complaint.contains("`model.name` is \"ViT-B/61\"; did you mean"), "\(complaint)")
  }

  @Test("A folder may be stated in place of the file that it holds")
  func folder() throws {
    let sandbox = try ExperimentSandbox()
    let file = try sandbox.experiment()
    let folder = try sandbox.experiment(set: ["model.checkpoint=model"])
    #expect(folder.model?.checkpoint.path == file.model?.checkpoint.path)
    #expect(folder.model?.vocabulary.file.path == file.model?.vocabulary.file.path)
    #expect(try folder.hash == file.hash)
  }

  @Test("A folder without weights is refused with the names that are looked for")
  func folderWithoutWeights() throws {
    let complaint = try ExperimentSandbox().complaint(set: ["model.checkpoint=data"])
    #expect(complaint.contains("no file of weights in the folder at data"), "\(complaint)")
    #expect(complaint.contains("open_clip_model.safetensors"), "\(complaint)")
  }
}

import CLIP
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Published checkpoints")
struct KnownCheckpointTests {
  @Test("Names and hashes are all different, and each name is that of an architecture")
  func table() throws {
    let all = KnownCheckpoint.all
    #expect(!all.isEmpty)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.hash)).count == all.count)
    for checkpoint in all {
      #expect(try NamedArchitecture.named(checkpoint.name).name == checkpoint.name)
      #expect(
        checkpoint.address.absoluteString.hasSuffix(
          "/\(checkpoint.hash)/\(checkpoint.fileName)"))
    }
  }

  @Test("The table is the one that was handed down", .requiresSharedData)
  func handedDown() throws {
    let text = String(decoding: try SharedData.data("data/checkpoints.tsv"), as: UTF8.self)
    let rows = text.split(separator: "\n").dropFirst().map(String.init)
    let ours = KnownCheckpoint.all.map {
      "\($0.name)\t\($0.hash)\t\($0.address.absoluteString)"
    }
    #expect(ours == rows)
  }

  @Test("A name is found whatever the case of its letters", arguments: ["ViT-B/16", "vit-b/16"])
  func names(name: String) {
    #expect(KnownCheckpoint.named(name)?.fileName == "ViT-B-16.pt")
  }
}

import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Vocabulary")
struct VocabularyTests {
  private let folder: TemporaryFolder
  private let surroundings: Surroundings

  init() throws {
    folder = try TemporaryFolder()
    surroundings = Surroundings(
      environment: ["HOME": folder.url.appending(path: "home").path],
      workingDirectory: folder.url)
  }

  @Test("A stated file wins over the one beside the checkpoint, and that over the cache")
  func order() throws {
    let checkpoint = try folder.write("", to: "model/model.safetensors")
    let cached = try folder.write("", to: "home/.cache/surgerybench/bpe_simple_vocab_16e6.txt.gz")
    let inCache = try Vocabulary(beside: checkpoint, in: surroundings)
    #expect(inCache.file.path == cached.path)
    #expect(inCache.source == .cache)

    let merges = try folder.write("", to: "model/merges.txt")
    let beside = try Vocabulary(beside: checkpoint, in: surroundings)
    #expect(beside.file.path == merges.path)
    #expect(beside.source == .besideCheckpoint)

    let own = try folder.write("", to: "own.txt")
    let stated = try Vocabulary(
      stated: Stated(own, from: .option("--vocabulary own.txt")), beside: checkpoint,
      in: surroundings)
    #expect(stated.file == own)
    #expect(stated.source == .stated(.option("--vocabulary own.txt")))
  }

  @Test("XDG_CACHE_HOME names the cache folder where it is set")
  func cacheFolder() throws {
    var surroundings = surroundings
    surroundings.environment["XDG_CACHE_HOME"] = folder.url.appending(path: "caches").path
    let cached = try folder.write("", to: "caches/surgerybench/bpe_simple_vocab_16e6.txt.gz")
    #expect(try Vocabulary(in: surroundings).file.path == cached.path)
  }

  @Test("Where there is none, the error lists every place and what to do")
  func nothing() throws {
    let checkpoint = try folder.write("", to: "model/model.safetensors")
    do throws(ConfigurationError) {
      _ = try Vocabulary(beside: checkpoint, in: surroundings)
      Issue.record("A vocabulary was found where there is none")
    } catch {
      #expect(
        error.description == """
          no vocabulary `bpe_simple_vocab_16e6.txt.gz`; looked for
            model/merges.txt
            model/bpe_simple_vocab_16e6.txt.gz
            model/bpe_simple_vocab_16e6.txt
            model/tokenizer.json
            home/.cache/surgerybench/bpe_simple_vocab_16e6.txt.gz
            Run `make vocabulary` to fetch OpenAI's, or state the checkpoint's own.
          """)
    }
  }

  @Test("A stated file that is not there is an error, whatever else there is")
  func missing() throws {
    try folder.write("", to: "home/.cache/surgerybench/bpe_simple_vocab_16e6.txt.gz")
    let stated = Stated(
      folder.url.appending(path: "own.txt"), from: SettingOrigin.option("--vocabulary own.txt"))
    #expect(
      throws: ConfigurationError.noSuchFile(
        origin: stated.origin, key: "model.vocabulary", path: "own.txt", what: "vocabulary",
        hint: nil)
    ) {
      try Vocabulary(stated: stated, in: surroundings)
    }
  }
}

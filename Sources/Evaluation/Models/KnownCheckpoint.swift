public import Foundation
import OpenVocabulary

/// A checkpoint that was published, and whose bytes are therefore known.
public struct KnownCheckpoint: Sendable, Equatable {
  /// The publisher's name of the model, such as `ViT-B/16`.
  public let name: String

  /// The name of the file.
  public let fileName: String

  /// The SHA-256 of the file.
  public let hash: ContentHash

  /// Where the publisher offers the file.
  public let address: URL

  /// The name under which the tokenizer's merges were published, the same for all of OpenAI's.
  public static let vocabularyFileName = "bpe_simple_vocab_16e6.txt.gz"

  /// The SHA-256 of that file.
  static let vocabularyHash = ContentHash(
    digits: "924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a")

  /// The checkpoint of a name; capital and small letters count as one.
  public static func named(_ name: String) -> KnownCheckpoint? {
    all.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The checkpoint that some file is, by its hash.
  public static func having(_ hash: ContentHash) -> KnownCheckpoint? {
    all.first { $0.hash == hash }
  }
}

extension SettingType where Value == KnownCheckpoint {
  /// The name of a checkpoint that was published.
  static var knownCheckpoint: SettingType {
    let known = KnownCheckpoint.all.map(\.name)
    let expected = "a published model: \(known.joined(separator: ", "))"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .text(let name) = value.content else {
        throw context.invalid(value, expected: expected)
      }
      guard let checkpoint = KnownCheckpoint.named(name) else {
        throw context.unknownName(value, known: known)
      }
      return checkpoint
    } describe: { checkpoint, _ in
      SettingText(checkpoint.name)
    }
  }
}

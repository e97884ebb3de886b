import CLIP
import Datasets
public import Foundation
import Metrics
import OpenVocabulary

extension Experiment {
  /// Everything that decides the score, and nothing else: contents rather than places, so that the
  /// same experiment on another machine has the same.
  ///
  /// Not part of it are names, paths, the number of workers and the output.
  public var content: JSONValue {
    [
      "task": .string(file.task.rawValue),
      "methods": .array(methods.map(\.content)),
      "protocol": evaluationProtocol.content,
      "templates": Self.content(ofList: templates.contents, count: templates.count),
      "classes": Self.content(
        ofList: dataset.classList.contents, count: dataset.classList.count),
      "dataset": [
        "kind": .string(file.dataset.kind.rawValue),
        "split": dataset.split.map(JSONValue.string) ?? .null,
        "images": Self.content(
          ofList: dataset.samples.map { $0.id + "\n" }.joined(), count: dataset.samples.count),
        "labelTable": Self.content(
          ofList: dataset.labelTable.entries.map {
            "\($0.raw) \($0.trainID.map(String.init) ?? "ignored")\n"
          }.joined(), count: dataset.labelTable.entries.count),
      ],
      "model": model?.content ?? .null,
    ]
  }

  /// The SHA-256 of ``canonicalContent``: two results with different hashes are results of different
  /// experiments.
  public var hash: ContentHash {
    get throws { ContentHash(of: try canonicalContent) }
  }

  /// The content as JSON on one line with sorted keys, as `jq -cjS .experiment.content` prints it from
  /// a result.
  public var canonicalContent: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(content)
    }
  }

  private static func content(ofList text: String, count: Int) -> JSONValue {
    ["count": .integer(count), "sha256": .string(ContentHash(of: text).description)]
  }
}

extension ModelFiles {
  fileprivate var content: JSONValue {
    [
      "checkpoint": .string(checkpointHash.description),
      "vocabulary": .string(vocabularyHash.description),
      "heads": [
        "vision": heads.vision.map(JSONValue.integer) ?? .null,
        "text": heads.text.map(JSONValue.integer) ?? .null,
      ],
    ]
  }
}

extension Method {
  fileprivate var content: JSONValue {
    var content: [String: JSONValue] = ["featureSurgery": .null, "firstBlock": .null]
    switch attention {
    case .original:
      content["attention"] = "original"
    case .surgery(let firstBlock):
      content["attention"] = "surgery"
      content["firstBlock"] = firstBlock.map(JSONValue.integer) ?? .null
    }
    if let featureSurgery {
      content["featureSurgery"] = .string(featureSurgery.variant.rawValue)
    }
    return .object(content)
  }
}

extension EvaluationProtocol {
  fileprivate var content: JSONValue {
    [
      "inputSize": [.integer(inputSize.height), .integer(inputSize.width)],
      "resize": .string(resize.rawValue),
      "positionInterpolation": .string(positionInterpolation.rawValue),
      "aliases": .string(aliases.rawValue),
      "featureSurgery": [
        "variant": .string(featureSurgeryVariant.rawValue),
        "normalise": .string(tokenNormalisation.rawValue),
      ],
      "segmentation": ["featureSurgery": .boolean(segmentationAppliesFeatureSurgery)],
      "background": .string(background.rawValue),
      "absentClasses": .string(absentClasses.rawValue),
      "precision": .string(precision.rawValue),
      "truncateText": .boolean(truncatesText),
    ]
  }
}

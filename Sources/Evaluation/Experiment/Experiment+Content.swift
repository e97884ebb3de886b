import CLIP
import Datasets
public import Foundation
import Metrics
import OpenVocabulary
import Tensors

extension Experiment {
  /// Everything that decides the score, and nothing else: contents rather than places, so that the
  /// same experiment on another machine has the same.
  ///
  /// Not part of it are names, paths, the number of workers and the output.
  ///
  /// Where scores are from elsewhere, nothing that comes before them is part of it.
  public var content: JSONValue {
    var choices = evaluationProtocol.choices(for: file.task)
    var content: [String: JSONValue] = [
      "task": .string(file.task.rawValue),
      "methods": .array(methods.map(\.content)),
      "classes": JSONValue.content(
        ofList: data.classList.contents, count: data.classList.count),
      "dataset": data.content(ofKind: file.dataset.kind, drawnAs: demo),
      "templates": .null,
      "model": model?.content ?? .null,
    ]
    switch origin {
    case .model:
      content["templates"] = JSONValue.content(
        ofList: templates.contents, count: templates.count)
    case .predictions:
      content["scores"] = ["from": "predictions"]
      choices = choices.filter { ["background", "absentClasses"].contains($0.key) }
    case .scoreMaps(let folder):
      content["scores"] = ["from": "score-maps", "rows": folder.content]
      let unused =
        EvaluationProtocol.choicesOfImages + (folder.holdsTokens ? [] : ["featureSurgery"])
      choices = choices.filter { !unused.contains($0.key) }
    }
    content["protocol"] = .object(choices)
    return .object(content)
  }

  /// The SHA-256 of ``canonicalContent``: two results with different hashes are results of different
  /// experiments.
  public var hash: ContentHash {
    get throws { ContentHash(of: try canonicalContent) }
  }

  /// The content as JSON on one line with sorted keys, as `jq -cjS .experiment.content` prints it from
  /// a result.
  public var canonicalContent: Data {
    get throws { try content.canonicalData }
  }
}

extension ModelFiles {
  /// What the network is made of, as it is resolved: what files beside the weights say is in no hash of
  /// theirs, and what is stated may be what is told anyway.
  fileprivate var content: JSONValue {
    [
      "checkpoint": .string(checkpointHash.description),
      "vocabulary": .string(vocabularyHash.description),
      "heads": ["vision": .integer(visionHeads.count), "text": .integer(textHeads.count)],
      "activation": [
        "vision": activations.vision.map { .string($0.activation.rawValue) } ?? .null,
        "text": .string(activations.text.activation.rawValue),
      ],
      "pixels": Self.content(of: pixelStatistics.statistics),
    ]
  }

  /// What the content says, beside hashes, of the weights that OpenAI published of an architecture.
  static func content(ofPublished network: NamedArchitecture) -> [(String, JSONValue)] {
    let architecture = network.architecture
    let activation = JSONValue.string(Activation.quickGELU.rawValue)
    let visionHeads: Int
    let visionActivation: JSONValue
    switch architecture.vision {
    case .transformer(let transformer):
      visionHeads = transformer.transformer.headCount
      visionActivation = activation
    case .resNet(let network):
      visionHeads = network.headCount
      visionActivation = .null
    }
    return [
      (
        "heads",
        [
          "vision": .integer(visionHeads),
          "text": .integer(architecture.text.transformer.headCount),
        ]
      ),
      ("activation", ["vision": visionActivation, "text": activation]),
      ("pixels", content(of: .openAI)),
    ]
  }

  private static func content(of statistics: PixelStatistics) -> JSONValue {
    [
      "mean": .content(of: statistics.mean), "deviation": .content(of: statistics.deviation),
    ]
  }
}

extension JSONValue {
  /// Numbers with the digits that tell them apart in single precision, rather than those of double.
  fileprivate static func content(of values: [Float]) -> JSONValue {
    .array(values.map { .number(Double($0.description) ?? Double($0)) })
  }
}

extension Method {
  /// What is done to CLIP, without the name.
  var content: JSONValue {
    var content: [String: JSONValue] = ["featureSurgery": .null, "firstBlock": .null]
    switch attention {
    case .original:
      content["attention"] = "original"
    case .surgery(let blocks, let resNet):
      content["attention"] = "surgery"
      // What the paper's surgery has goes without saying, so that it has one content.
      let (blocks, standard) = (blocks ?? .standard, BlockSurgery.standard)
      switch blocks.extent {
      case .from(let block): content["firstBlock"] = .integer(block)
      case .last(let count):
        if blocks.extent != standard.extent { content["lastBlocks"] = .integer(count) }
      }
      if blocks.paths != standard.paths || blocks.feedForward != standard.feedForward {
        content["paths"] = .string(blocks.paths.rawValue)
        content["feedForward"] = .boolean(blocks.feedForward)
      }
      if let resNet { content["resNet"] = .string(resNet.rawValue) }
    }
    if let featureSurgery {
      content["featureSurgery"] = .string(featureSurgery.variant.rawValue)
    }
    return .object(content)
  }
}

extension EvaluationProtocol {
  /// The choices that move the scores of a task, those of other tasks left out.
  func content(for task: TaskKind) -> JSONValue { .object(choices(for: task)) }

  /// The members of ``content(for:)``.
  func choices(for task: TaskKind) -> [String: JSONValue] {
    let sizes = inputSizes[task].map { JSONValue.array([.integer($0.height), .integer($0.width)]) }
    var content: [String: JSONValue] = [
      "inputSize": sizes.count == 1 ? sizes[0] : .array(sizes),
      "resize": .string(resize.rawValue),
      "positionInterpolation": .string(positionInterpolation.rawValue),
      "aliases": .string(aliases.rawValue),
      "featureSurgery": [
        "variant": .string(featureSurgeryVariant.rawValue),
        "normalise": .string(tokenNormalisation.rawValue),
      ],
      "precision": .string(precision.rawValue),
      "truncateText": .boolean(truncatesText),
    ]
    switch task {
    case .segmentation:
      content["segmentation"] = ["featureSurgery": .boolean(segmentationAppliesFeatureSurgery)]
      content["background"] = .string(background.rawValue)
      content["absentClasses"] = .string(absentClasses.rawValue)
    case .explainability:
      content["outside"] = .string(outside.rawValue)
      content["crowds"] = .string(crowds.rawValue)
      content["explainability"] = explanation.content
    case .recognition:
      content["multi-label"] = ["softmaxScale": .number(softmaxScale)]
    case .points:
      content["outside"] = .string(outside.rawValue)
      content["crowds"] = .string(crowds.rawValue)
      content["points"] = [
        "texts": .string(pointTexts.rawValue), "threshold": .number(pointThreshold),
      ]
    }
    return content
  }

  /// Those of them that say how an image becomes tokens, and a prompt a feature.
  static let choicesOfImages = [
    "inputSize", "resize", "positionInterpolation", "precision", "truncateText",
  ]
}

extension ExplanationChoices {
  fileprivate var content: JSONValue {
    [
      "threshold": [
        "scope": .string(thresholdScope.rawValue),
        "average": .string(thresholdAverage.rawValue),
        "background": .boolean(countsBackground),
      ]
    ]
  }
}

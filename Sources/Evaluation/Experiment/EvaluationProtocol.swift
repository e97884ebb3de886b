import CLIP
public import Datasets
public import Metrics
public import OpenVocabulary

/// Everything beside method, model and data that moves the number.
public struct EvaluationProtocol: Sendable, Equatable {
  /// The sizes that an image is brought to before it enters the network.
  public let inputSizes: InputSizes

  /// How it is brought to that size.
  public let resize: ResizeRule

  /// How the position table is stretched to another grid than the checkpoint's.
  public let positionInterpolation: PositionInterpolation

  /// How the scores of several names of one class become one.
  public let aliases: AliasRule

  /// The feature surgery of methods that do not name a variant.
  public let featureSurgeryVariant: FeatureSurgery.Variant

  /// What image tokens are brought to unit length over.
  public let tokenNormalisation: TokenNormalisation

  /// Whether segmentation applies the feature surgery of a method.
  public let segmentationAppliesFeatureSurgery: Bool

  /// Which pixels are outside of every class for explainability and points.
  public let outside: OutsideRule

  /// What the pixels of a crowd are to its class.
  public let crowds: COCOInstances.CrowdRule

  /// How the explainability task turns maps into scores.
  public let explanation: ExplanationChoices

  /// What the multi-label task multiplies cosines by before its softmax.
  public let softmaxScale: Double

  /// What feature surgery takes out of the maps that points are chosen from.
  public let pointTexts: PointTexts

  /// The share of the highest score that a cell needs to be a positive point.
  public let pointThreshold: Double

  /// What becomes of pixels whose true label is none of the classes.
  public let background: BackgroundRule

  /// What a class that no image shows does to the means.
  public let absentClasses: AbsentClassPolicy

  /// The numbers that the network computes with.
  public let precision: Precision

  /// Whether a prompt that is too long is cut rather than refused.
  public let truncatesText: Bool
}

extension EvaluationProtocol {
  /// Reads the choices that a preset and an experiment state together.
  init(_ reader: SettingReader) throws(ConfigurationError) {
    typealias Settings = ProtocolSettings
    let featureSurgery = reader.group(Settings.featureSurgery)
    let segmentation = reader.group(Settings.segmentation)
    inputSizes = try reader.required(Settings.inputSize).value.value
    resize = try reader.required(Settings.resize).value.value
    positionInterpolation = try reader.required(Settings.positionInterpolation).value.value
    aliases = try reader.required(Settings.aliases).value.value
    featureSurgeryVariant = try featureSurgery.required(Settings.variant).value.value
    tokenNormalisation = try featureSurgery.required(Settings.normalise).value.value
    segmentationAppliesFeatureSurgery =
      try segmentation.required(Settings.segmentationFeatureSurgery).value.value
    outside = try reader.required(Settings.outside).value.value
    crowds = try reader.required(Settings.crowds).value.value
    explanation = try ExplanationChoices(reader.group(Settings.explainability))
    softmaxScale =
      try reader.group(Settings.recognition).required(Settings.softmaxScale).value.value
    pointTexts = try reader.group(Settings.points).required(Settings.pointTexts).value.value
    pointThreshold = try reader.group(Settings.points).required(Settings.pointThreshold).value.value
    background = try reader.required(Settings.background).value.value
    absentClasses = try reader.required(Settings.absentClasses).value.value
    precision = try reader.required(Settings.precision).value.value
    truncatesText = try reader.required(Settings.truncateText).value.value
  }

  /// The method that a task really runs in place of the one that was asked for.
  ///
  /// Segmentation leaves feature surgery out unless the protocol switches it on, so that there
  /// `clip-surgery` is `clip+architecture-surgery`. Recognition reads the class token, which comes from
  /// the original path wherever there are two, so that there `clip-surgery` is `clip+feature-surgery`.
  public func effective(_ method: Method, in task: TaskKind) -> Method {
    switch task {
    case .segmentation where !segmentationAppliesFeatureSurgery:
      Method(name: method.name, attention: method.attention, featureSurgery: nil)
    case .recognition where method.attention.keepsClassToken:
      Method(name: method.name, attention: .original, featureSurgery: method.featureSurgery)
    case .segmentation, .explainability, .recognition, .points:
      method
    }
  }

  /// Whether a task takes every text by itself, so that the empty text stands for what texts share.
  public func comparesSingleTexts(in task: TaskKind) -> Bool {
    task == .points && pointTexts == .single
  }
}

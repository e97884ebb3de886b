import Datasets
import Metrics
import OpenVocabulary

/// The settings of a protocol: everything beside method, model and data that moves the number.
enum ProtocolSettings {
  static let preset = Setting<PresetReference>(
    "preset", .preset, standard: .text("paper"),
    "the named choices to start from: a file in Configs/protocols, or a path")

  static let inputSize = Setting<Tagged<InputSizes>>(
    "inputSize", .tagged(.inputSizes),
    "the size that an image is brought to before it enters the network; several give a row each")
  static let resize = Setting<Tagged<ResizeRule>>(
    "resize", .tagged(.name(of: "a rule")), "how it is brought to that size")
  static let positionInterpolation = Setting<Tagged<PositionInterpolation>>(
    "positionInterpolation", .tagged(.name(of: "a rule")),
    "how the position table is stretched to another grid than the checkpoint's")
  static let templates = Setting<Tagged<ResourceName>>(
    "templates", .tagged(.resource(of: "prompt templates")),
    "the sentences that a class name is put into: a list in Datasets/templates, or a path")
  static let classNames = Setting<Tagged<ClassNames>>(
    "classNames", .tagged(.classNames),
    "the words that stand for the classes: the prompts of MaskCLIP's lists where there is one, the "
      + "data set's own names, or a file")
  static let aliases = Setting<Tagged<AliasRule>>(
    "aliases", .tagged(.name(of: "a rule")),
    "how the scores of several names of one class become one")
  static let variant = Setting<Tagged<FeatureSurgery.Variant>>(
    "variant", .tagged(.name(of: "a variant")),
    "the feature surgery of methods that do not name a variant")
  static let normalise = Setting<Tagged<TokenNormalisation>>(
    "normalise", .tagged(.name(of: "an axis")),
    "what image features are brought to unit length over")
  static let featureSurgery = SettingGroup(
    "featureSurgery", SettingSchema([variant, normalise]))
  static let segmentationFeatureSurgery = Setting<Tagged<Bool>>(
    "featureSurgery", .tagged(.boolean),
    "whether segmentation applies the feature surgery of a method")
  static let segmentation = SettingGroup(
    "segmentation", SettingSchema([segmentationFeatureSurgery]))
  static let thresholdScope = Setting<Tagged<ThresholdScope>>(
    "scope", .tagged(.name(of: "a scope")), "what one threshold is searched for")
  static let thresholdAverage = Setting<Tagged<ThresholdAverage>>(
    "average", .tagged(.name(of: "an average")),
    "how the overlaps of many maps become one number")
  static let thresholdBackground = Setting<Tagged<Bool>>(
    "background", .tagged(.boolean),
    "whether the overlap of the background counts as much as that of the foreground")
  static let threshold = SettingGroup(
    "threshold", SettingSchema([thresholdScope, thresholdAverage, thresholdBackground]))
  static let outside = Setting<Tagged<OutsideRule>>(
    "outside", .tagged(.name(of: "a rule")),
    "which pixels are outside of every class for explainability and points, where no class is said "
      + "to be there")
  static let crowds = Setting<Tagged<COCOInstances.CrowdRule>>(
    "crowds", .tagged(.name(of: "a rule")),
    "what the pixels of a crowd are to its class, where instances are annotated")
  static let pointTexts = Setting<Tagged<PointTexts>>(
    "texts", .tagged(.name(of: "a rule")),
    "what feature surgery takes out of the map of a text: what it shares with the empty text, or with "
      + "the whole class list")
  static let explainability = SettingGroup("explainability", SettingSchema([threshold]))
  static let softmaxScale = Setting<Tagged<Double>>(
    "softmaxScale", .tagged(.number(in: 1...10_000)),
    "what cosines are multiplied by before the softmax over the classes")
  static let recognition = SettingGroup(
    TaskKind.recognition.rawValue, SettingSchema([softmaxScale]))
  static let pointThreshold = Setting<Tagged<Double>>(
    "threshold", .tagged(.number(in: 0...1)),
    "the share of the highest score that a cell needs to be a positive point")
  static let points = SettingGroup("points", SettingSchema([pointTexts, pointThreshold]))
  static let background = Setting<Tagged<BackgroundRule>>(
    "background", .tagged(.name(of: "a rule")), "what becomes of pixels that show no class")
  static let absentClasses = Setting<Tagged<AbsentClassPolicy>>(
    "absentClasses", .tagged(.name(of: "a policy")),
    "what a class that no image shows does to the means")
  static let precision = Setting<Tagged<Precision>>(
    "precision", .tagged(.name(of: "a precision")), "the numbers that the network computes with")
  static let truncateText = Setting<Tagged<Bool>>(
    "truncateText", .tagged(.boolean),
    "whether a prompt that is too long is cut rather than refused")

  /// Everything that a preset states.
  static let choices: [any SchemaEntry] = [
    inputSize, resize, positionInterpolation, templates, classNames, aliases, featureSurgery,
    segmentation, outside, crowds, explainability, recognition, points, background, absentClasses,
    precision,
    truncateText,
  ]

  static let schema = SettingSchema([preset] + choices)
}

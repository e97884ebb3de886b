import Datasets
import Foundation

/// The settings of the data set that is evaluated on.
enum DatasetSettings {
  static let kind = Setting<DatasetKind>(
    "kind", .name(of: "a kind of data set"),
    "the layout, the labels and the classes; `folder` for data of your own")
  static let root = Setting<URL>("root", .path, "the data set's folder")
  static let split = Setting(
    "split", .text,
    "the part of the data set to evaluate on; by default the one that scores are quoted for")
  static let images = Setting<PathWithin>(
    "images", .path(within: "dataset.root"), "the folder of images; by default images")
  static let labels = Setting<PathWithin>(
    "labels", .path(within: "dataset.root"),
    "the folder of label maps; by default labels, for VOC SegmentationClass; for the task multi-label "
      + "also a text file with the classes of each image")
  static let imageSuffix = Setting(
    "imageSuffix", .text,
    "how an image's file name ends after its id; by default what there is of .jpg, .jpeg, .png")
  static let labelSuffix = Setting(
    "labelSuffix", .text, "how a label map's file name ends after its id; by default .png")
  static let list = Setting<PathWithin>(
    "list", .path(within: "dataset.root"),
    "a text file of ids, one a line; by default every image of the folder")
  static let missingImages = Setting<MissingImages>(
    "missingImages", .name(of: "what is done"),
    "what is done with images that a list names and that are not there; by default refuse")
  static let classes = Setting<ResourceName>(
    "classes", .resource(of: "class names"),
    "the file of class names, or the name of a list in Datasets/classes")
  static let labelMap = Setting<[LabelTable.Entry]>(
    "labelMap", .labelMap,
    "the train id of each raw label, null for a label not to score; by default raw labels are train ids"
  )
  static let ignoreLabel = Setting<[Int]>(
    "ignoreLabel", .oneOrMore(.count(of: "raw labels", in: 0...65535)),
    "the raw label of pixels that are not scored")
  static let backgroundLabel = Setting<[Int]>(
    "backgroundLabel", .oneOrMore(.count(of: "raw labels", in: 0...65535)),
    "the raw label of pixels that show none of the classes: not scored by segmentation, and outside "
      + "of every class for explainability and points")

  static let schema = SettingSchema([
    kind, root, split, images, labels, imageSuffix, labelSuffix, list, missingImages,
    classes, labelMap, ignoreLabel, backgroundLabel,
  ])
}

/// What a file of annotations calls its members, of which COCO's files set the pattern.
struct AnnotationKeys: Sendable {
  /// What errors call the format.
  let format: String

  /// The list of annotations.
  let annotations: String

  /// The id of an image among the images; annotations name it `image_id` in every format.
  let imageID: String

  /// The id of a category among the categories; annotations name it `category_id` in every format.
  let categoryID: String

  /// The part of the data set that an image belongs to, where the file holds several.
  let split: String?

  /// Whether annotations must say whether they are crowds.
  let requiresCrowds: Bool

  /// A published file of the format.
  let example: String

  /// The names in COCO's files of instances.
  static let coco = AnnotationKeys(
    format: "file of COCO instances", annotations: "annotations", imageID: "id", categoryID: "id",
    split: nil, requiresCrowds: true, example: "instances_val2017.json")

  /// The names in the file of PASCAL in Detail.
  static let detail = AnnotationKeys(
    format: "file of PASCAL in Detail", annotations: "annos_segmentation", imageID: "image_id",
    categoryID: "category_id", split: "phase", requiresCrowds: false,
    example: "trainval_merged.json")
}

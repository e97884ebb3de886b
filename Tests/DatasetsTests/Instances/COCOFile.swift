import Foundation
import TestSupport

/// The text of a file of COCO's instance annotations, put together by hand.
struct COCOFile {
  /// The images, each the members of an object.
  var images = [
    #""id": 42, "file_name": "000000000042.jpg", "width": 4, "height": 3, "license": 1"#,
    #""id": 7, "file_name": "000000000007.jpg", "width": 2, "height": 2"#,
  ]

  /// The categories; ids need neither ascend nor follow one another.
  var categories = [
    #""id": 44, "name": "bottle""#, #""id": 1, "name": "person", "supercategory": "person""#,
    #""id": 3, "name": "car""#,
  ]

  /// The annotations: a person of two parts, another one, a car over them, and a crowd of persons.
  var annotations = [
    annotation(1, category: 1, "[[0,0, 1,0, 1,1, 0,1], [3,2, 4,2, 4,3, 3,3]]"),
    annotation(2, category: 3, #"{"size": [3, 4], "counts": [0, 6, 6]}"#),
    annotation(3, category: 1, "[[1,0, 2,0, 2,1, 1,1]]"),
    annotation(4, category: 1, #"{"counts": "363", "size": [3, 4]}"#, isCrowd: true),
  ]

  /// The members of an annotation in COCO's order.
  static func annotation(
    _ id: Int, of image: Int = 42, category: Int, _ segmentation: String, isCrowd: Bool = false
  ) -> String {
    """
    "segmentation": \(segmentation), "area": 1.5, "iscrowd": \(isCrowd ? 1 : 0), \
    "image_id": \(image), "bbox": [0.0, 1.25, 2, 3], "category_id": \(category), "id": \(id)
    """
  }

  /// The file's text, its three lists in the order in which they are named.
  func text(
    _ keys: [String] = ["images", "annotations", "categories"], separator: String = ", "
  ) -> String {
    let lists = keys.map { key in
      let entries = ["images": images, "annotations": annotations, "categories": categories][key]
      return "\"\(key)\": [" + (entries ?? []).map { "{\($0)}" }.joined(separator: separator) + "]"
    }
    let head = #""info": {"description": "made up, \"quoted\" }"}, "licenses": [{"id": 1}]"#
    return "{" + ([head] + lists).joined(separator: separator) + "}"
  }
}

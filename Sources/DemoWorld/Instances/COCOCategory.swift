/// One of COCO's 80 categories of things.
struct COCOCategory: Encodable {
  let id: Int
  let name: String

  /// All of them; their ids go up to 90 and leave out what was never annotated.
  static let all: [COCOCategory] = names.enumerated().compactMap { index, name in
    name.map { COCOCategory(id: index + 1, name: $0) }
  }

  /// The ids of the categories that the drawn world has.
  static let ids: [SceneCategory: Int] = [
    .person: 1, .car: 3, .bus: 6, .boat: 9, .bird: 16, .dog: 18, .sheep: 20,
  ]

  /// The names in the order of the ids from 1, `nil` where an id is left out.
  private static let names: [String?] = [
    "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat",
    "traffic light", "fire hydrant", nil, "stop sign", "parking meter", "bench", "bird", "cat",
    "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", nil, "backpack",
    "umbrella", nil, nil, "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard",
    "sports ball", "kite", "baseball bat", "baseball glove", "skateboard", "surfboard",
    "tennis racket", "bottle", nil, "wine glass", "cup", "fork", "knife", "spoon", "bowl",
    "banana", "apple", "sandwich", "orange", "broccoli", "carrot", "hot dog", "pizza", "donut",
    "cake", "chair", "couch", "potted plant", "bed", nil, "dining table", nil, nil, "toilet", nil,
    "tv", "laptop", "mouse", "remote", "keyboard", "cell phone", "microwave", "oven", "toaster",
    "sink", "refrigerator", nil, "book", "clock", "vase", "scissors", "teddy bear", "hair drier",
    "toothbrush",
  ]
}

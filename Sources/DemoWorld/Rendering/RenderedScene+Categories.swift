extension RenderedScene {
  /// For every pixel the category that is seen there, `[height, width]`, row-major; `nil` where an
  /// unnamed thing is.
  public var categories: [SceneCategory?] {
    objectIndices.map { scene.objects[Int($0)].category }
  }

  /// The share of the picture below which a category goes unmentioned, as a corner of a roof would.
  public static let smallestMentionedShare = 0.006

  /// The categories that take up at least ``smallestMentionedShare`` of the picture, in the order of
  /// `SceneCategory.allCases`.
  public var visibleCategories: [SceneCategory] {
    let areas = areas
    return SceneCategory.allCases.filter { isMentioned(area: areas[$0.rawValue]) }
  }

  /// For every category the number of pixels that show it, in the order of `SceneCategory.allCases`.
  var areas: [Int] {
    var areas = Array(repeating: 0, count: SceneCategory.allCases.count)
    for case let category? in categories {
      areas[category.rawValue] += 1
    }
    return areas
  }

  /// Whether so many pixels are at least ``smallestMentionedShare`` of the picture.
  func isMentioned(area: Int) -> Bool {
    Double(area) >= Self.smallestMentionedShare * Double(objectIndices.count)
  }
}

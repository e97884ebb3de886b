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
    var areas = Array(repeating: 0, count: SceneCategory.allCases.count)
    for case let category? in categories {
      areas[category.rawValue] += 1
    }
    let least = Self.smallestMentionedShare * Double(objectIndices.count)
    return SceneCategory.allCases.filter { Double(areas[$0.rawValue]) >= least }
  }
}

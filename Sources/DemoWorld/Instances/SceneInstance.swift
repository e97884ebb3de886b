/// A thing in a scene as COCO annotates it: what it is and where.
struct SceneInstance {
  /// What it is.
  let category: SceneCategory

  /// Where it is.
  let pixels: PixelSet
}

extension RenderedScene {
  /// The things of the given categories of which something is seen, the farthest first.
  ///
  /// Where other such things stand before one, it has the pixels behind them too: outlines overlap, as
  /// they do in COCO. Whatever else hides it takes its pixels away.
  func instances(of categories: Set<SceneCategory>) -> [SceneInstance] {
    let seen = Set(objectIndices)
    let things = scene.objects.indices.filter { object in
      seen.contains(UInt16(object))
        && scene.objects[object].category.map(categories.contains) ?? false
    }
    return things.compactMap { thing in
      scene.objects[thing].category.map { category in
        SceneInstance(
          category: category, pixels: pixels(of: thing, before: things.filter { $0 > thing }))
      }
    }
  }

  /// The pixels that show an object, and those of others that would show it if these were not there.
  private func pixels(of object: Int, before nearer: [Int]) -> PixelSet {
    var shown = objectIndices
    if !nearer.isEmpty {
      var cleared = scene
      for other in nearer { cleared.objects[other].parts = [] }
      let behind = RenderedScene(cleared).objectIndices
      for place in shown.indices where nearer.contains(Int(shown[place])) {
        shown[place] = behind[place]
      }
    }
    return PixelSet(
      width: scene.width, height: scene.height, members: shown.map { Int($0) == object })
  }
}

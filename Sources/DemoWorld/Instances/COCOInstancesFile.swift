internal import Foundation

/// What COCO's instances file says of a set of scenes.
struct COCOInstancesFile {
  /// The number of things of one category from which they are annotated together, as a crowd.
  static let crowdCount = 3

  private var images: [Image] = []
  private var annotations: [COCOAnnotation] = []

  /// Adds the things of a scene.
  mutating func add(_ scene: RenderedScene, imageID: Int, fileName: String) {
    images.append(
      Image(
        id: imageID, fileName: fileName, width: scene.scene.width, height: scene.scene.height))
    let instances = scene.instances(of: Set(COCOCategory.ids.keys))
    let groups = Dictionary(grouping: instances, by: \.category)
    // In the order of the ids: a dictionary has none that stays the same.
    for (category, id) in COCOCategory.ids.sorted(by: { $0.value < $1.value }) {
      let group = groups[category] ?? []
      let isCrowd = group.count >= Self.crowdCount
      for pixels in isCrowd ? [group.union] : group.map(\.pixels) {
        annotations.append(
          COCOAnnotation(
            id: annotations.count + 1, imageID: imageID, categoryID: id, isCrowd: isCrowd,
            pixels: pixels))
      }
    }
  }

  /// The file's bytes, its members in the order of the published ones.
  func jsonData(describedAs description: String) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let members: [(name: String, value: any Encodable)] = [
      ("info", ["description": description]), ("licenses", [String]()), ("images", images),
      ("annotations", annotations), ("categories", COCOCategory.all),
    ]
    let texts = try members.map { name, value in
      "\"\(name)\": " + String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    return Data("{\(texts.joined(separator: ", "))}".utf8)
  }

  /// An image of the file.
  private struct Image: Encodable {
    let id: Int
    let fileName: String
    let width: Int
    let height: Int

    private enum CodingKeys: String, CodingKey {
      case id
      case fileName = "file_name"
      case width
      case height
    }
  }
}

extension [SceneInstance] {
  /// The pixels of all of them.
  fileprivate var union: PixelSet {
    dropFirst().reduce(into: self[0].pixels) { $0.formUnion($1.pixels) }
  }
}

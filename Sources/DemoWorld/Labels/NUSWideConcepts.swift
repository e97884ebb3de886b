/// The concepts that NUS-Wide tells photos by.
enum NUSWideConcepts {
  /// All of them, in the order of `Concepts81.txt`.
  static let all = [
    "airport", "animal", "beach", "bear", "birds", "boats", "book", "bridge", "buildings", "cars",
    "castle", "cat", "cityscape", "clouds", "computer", "coral", "cow", "dancing", "dog",
    "earthquake", "elk", "fire", "fish", "flags", "flowers", "food", "fox", "frost", "garden",
    "glacier", "grass", "harbor", "horses", "house", "lake", "leaf", "map", "military", "moon",
    "mountain", "nighttime", "ocean", "person", "plane", "plants", "police", "protest", "railroad",
    "rainbow", "reflection", "road", "rocks", "running", "sand", "sign", "sky", "snow", "soccer",
    "sports", "statue", "street", "sun", "sunset", "surf", "swimmers", "tattoo", "temple", "tiger",
    "tower", "town", "toy", "train", "tree", "valley", "vehicle", "water", "waterfall", "wedding",
    "whales", "window", "zebra",
  ]

  /// The concepts that a scene with the category in it shows; none for a fence and a sidewalk.
  static func of(_ category: SceneCategory) -> [String] {
    switch category {
    case .sky: ["sky"]
    case .mountain: ["mountain"]
    case .water: ["water"]
    case .sand: ["sand"]
    case .grass: ["grass"]
    case .road: ["road"]
    case .sidewalk, .fence: []
    case .building: ["buildings"]
    case .tree: ["tree"]
    case .rock: ["rocks"]
    case .person: ["person"]
    case .car: ["cars", "vehicle"]
    case .bus: ["vehicle"]
    case .boat: ["boats"]
    case .bird: ["animal", "birds"]
    case .dog: ["animal", "dog"]
    case .sheep: ["animal"]
    }
  }
}

import Foundation

extension InstanceRecords {
  /// Puts the entries in the order of the index, and each where those that belong to it are.
  ///
  /// - Parameter file: The file, for errors.
  /// - Throws: ``DatasetError`` where two categories or images have one id, two images one name, or an
  ///   annotation is of a category or an image that the file does not have.
  /// - Complexity: O(n log n) in the number of entries.
  mutating func putInOrder(of file: URL) throws(DatasetError) {
    try orderCategories(of: file)
    try orderAnnotations(of: file)
    images.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (image, next) in zip(images, images.dropFirst())
    where image.name.utf8.elementsEqual(next.name.utf8) {
      throw fault(file, nil, got: "two images named `\(image.name)`", expected: "one")
    }
  }

  private mutating func orderCategories(of file: URL) throws(DatasetError) {
    categories.sort { $0.id < $1.id }
    for (category, next) in zip(categories, categories.dropFirst()) where category.id == next.id {
      throw fault(file, nil, got: "two categories with the id \(next.id)", expected: "one")
    }
    let classes = categoryIDs.map { id in categories.firstIndex { $0.id == id } }
    for index in annotations.indices {
      let position = Int(annotations[index].category)
      guard let category = classes[position] else {
        throw fault(
          file, annotations[index], got: "the unknown category \(categoryIDs[position])",
          expected: "one of the \(categories.count) that `categories` lists")
      }
      annotations[index].category = UInt16(category)
    }
  }

  private mutating func orderAnnotations(of file: URL) throws(DatasetError) {
    images.sort { $0.id < $1.id }
    annotations.sort { ($0.imageID, $0.start) < ($1.imageID, $1.start) }
    var end = 0
    for index in images.indices {
      let id = images[index].id
      guard index == 0 || images[index - 1].id < id else {
        throw fault(file, nil, got: "two images with the id \(id)", expected: "one")
      }
      let start = end
      while end < annotations.count, annotations[end].imageID == id { end += 1 }
      images[index].annotations = Int32(start)..<Int32(end)
      if end < annotations.count, annotations[end].imageID < id { break }
    }
    if end < annotations.count {
      throw fault(
        file, annotations[end], got: "the unknown image \(annotations[end].imageID)",
        expected: "one of the \(images.count) that `images` lists")
    }
  }

  private func fault(
    _ file: URL, _ annotation: InstanceIndex.Annotation?, got: String, expected: String
  ) -> DatasetError {
    .malformedFile(
      file, format: keys.format, place: annotation.map { "annotation at byte \($0.start)" },
      got: got,
      expected: expected)
  }
}

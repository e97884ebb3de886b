import Foundation

extension SampleFinder {
  /// The samples that a list names, in its order.
  func listedSamples() throws(DatasetError) -> Findings {
    guard let (folder, list) = listPlace else {
      throw .layoutNotFound(
        dataset: benchmark.name, root: root,
        lookedFor: places.flatMap { place in form.lists.map { $0.folderOfSplits(in: place) } })
    }
    guard FileTree.isFile(list) else {
      throw .missingSplit(
        split: split, expected: list, available: try form.lists[0].splits(in: folder))
    }
    return try checked(listedSamples(in: folder, list: list))
  }

  /// The list of the split and the folder of the data set it is of: the first that is there, or else
  /// where the lists of other splits are.
  var listPlace: (folder: URL, list: URL)? {
    let candidates = places.flatMap { place in form.lists.map { (place, $0) } }
    let found =
      candidates.first { FileTree.isFile($1.file(of: split, in: $0)) }
      ?? candidates.first { FileTree.isFolder($1.folderOfSplits(in: $0)) }
    return found.map { ($0, $1.file(of: split, in: $0)) }
  }

  /// The samples of a list, whether or not their files are there.
  func listedSamples(in folder: URL, list: URL) throws(DatasetError) -> [Sample] {
    let raw = form.labels.filter { FileTree.isFolder($0.path.folder(of: split, in: folder)) }
    let converted = form.converted.filter {
      FileTree.isFolder($0.path.folder(of: split, in: folder))
    }
    return try SampleList(contentsOf: list).ids.map { id in
      let images = benchmark.images.map { $0.file(of: id, split: split, in: folder) }
      let rawFiles = files(of: id, from: raw, encoding: .raw, in: folder)
      let convertedFiles = files(of: id, from: converted, encoding: .trainIDs, in: folder)
        .filter { FileTree.isFile($0.url) }
      let expected = files(of: id, from: form.labels, encoding: .raw, in: folder)[0]
      let rawFile = rawFiles.firstThatIsThere
      return Sample(
        id: id, image: images.first(where: FileTree.isFile) ?? images[0],
        labelFile: rawFile ?? (form.readsConverted ? convertedFiles.first : nil) ?? rawFiles.first
          ?? expected,
        convertedLabelFile: rawFile == nil ? nil : convertedFiles.first)
    }
  }

  private func files(
    of id: String, from sources: [LabelSource], encoding: LabelEncoding, in folder: URL
  ) -> [LabelFile] {
    sources.map {
      LabelFile(
        $0.path.file(of: id, split: split, in: folder), format: $0.format, encoding: encoding)
    }
  }
}

extension [LabelFile] {
  fileprivate var firstThatIsThere: LabelFile? { first { FileTree.isFile($0.url) } }
}

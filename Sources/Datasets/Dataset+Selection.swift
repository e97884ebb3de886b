extension Dataset {
  /// The data set with a part of its samples, in its own order.
  ///
  /// - Throws: ``DatasetError`` when an id is not in the data set, a range reaches beyond its end, a
  ///   limit is not positive, or the list of ids cannot be read.
  public func selecting(_ selection: SampleSelection) throws(DatasetError) -> Dataset {
    var part = self
    part.samples = Array(
      try selection.selected(from: samples, id: \.id, dataset: name, split: split))
    return part
  }
}

import Datasets

extension DatasetOpener {
  /// Lists the samples with the regions of their classes.
  func regions(requiring requirement: FileRequirement) throws -> RegionDataset {
    if let reader = try instancesReader() {
      return try located {
        try reader.readRegions(requiringImages: requirement == .imagesAndLabels)
      }
    }
    let dataset = try labelMaps(requiring: requirement)
    return RegionDataset(
      name: dataset.name, split: dataset.split, classList: dataset.classList,
      samples: dataset.samples,
      source: LabelMapRegions(
        table: dataset.labelTable, outside: file.evaluationProtocol.outside,
        annotatesBackground: statement.kind.annotatesBackground),
      labelTable: dataset.labelTable)
  }

  /// The reader of a data set of instances; `nil` where the data set is none.
  func instancesReader() throws -> COCOInstancesReader? {
    let year: COCOInstancesReader.Year
    switch statement.kind {
    case .coco2014: year = .coco2014
    case .coco2017: year = .coco2017
    default: return nil
    }
    return COCOInstancesReader(
      root: statement.root.value, year: year, classList: try classList(), split: split,
      crowds: file.evaluationProtocol.crowds)
  }
}

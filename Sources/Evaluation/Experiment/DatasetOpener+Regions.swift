import Datasets

extension DatasetOpener {
  /// Lists the samples with the regions of their classes.
  func regions(requiring requirement: FileRequirement) throws -> RegionDataset {
    let dataset = try labelMaps(requiring: requirement)
    return RegionDataset(
      name: dataset.name, split: dataset.split, classList: dataset.classList,
      samples: dataset.samples,
      source: LabelMapRegions(
        table: dataset.labelTable, outside: file.evaluationProtocol.outside,
        annotatesBackground: statement.kind.annotatesBackground),
      labelTable: dataset.labelTable)
  }
}

import Datasets
import Foundation
import Imaging

/// Looks for everything that is wrong with the files of one sample.
struct SampleCheck: Sendable {
  /// What was found.
  struct Findings: Sendable {
    var problems: [DatasetProblem] = []
    var encoding = LabelEncoding.raw
    var histogram = LabelHistogram()
  }

  let table: LabelTable
  let meanings: LabelMeanings
  let images: ImageInspection

  init(_ table: LabelTable, images: ImageInspection) {
    self.table = table
    self.images = images
    meanings = LabelMeanings(of: table)
  }

  func findings(for sample: Sample) -> Findings {
    var findings = Findings(encoding: sample.labelEncoding)
    func note(_ kind: DatasetProblem.Kind, _ error: some Error) {
      findings.problems.append(DatasetProblem(kind, sample: sample.id, message: "\(error)"))
    }

    var imageSize: (width: Int, height: Int)?
    do throws(ImagingError) {
      imageSize = try images.size(ofImageAt: sample.image)
    } catch {
      note(error.isMissingFile ? .missingImage : .unreadableImage, error)
    }
    let labels: LabelMap
    do {
      labels = try sample.labelMap()
    } catch {
      let isMissing =
        (error as? ImagingError)?.isMissingFile ?? (FilePresence(at: sample.label) == .missing)
      note(isMissing ? .missingLabel : .unreadableLabel, error)
      return findings
    }
    if let size = imageSize, size != (labels.width, labels.height) {
      note(
        .sizesDiffer,
        SampleError.sizesDiffer(
          image: sample.image, got: size, label: sample.label,
          expected: (labels.width, labels.height)))
    }
    findings.histogram = LabelHistogram(of: labels)
    let isUnknown = findings.histogram.counts.keys.contains {
      meanings[$0, in: sample.labelEncoding] == .unknown
    }
    do {
      if isUnknown { _ = try sample.groundTruth(using: table) }
    } catch {
      note(.unknownLabels, error)
      return findings
    }
    do {
      try compareConversion(of: sample)
    } catch {
      // PASCAL Context's index PNGs are commonly made from the Detail edition and not from these files.
      let hasEditions = [.originalContext59, .originalContext60].contains(table)
      note(hasEditions ? .editionsDiffer : .conversionDiffers, error)
    }
    return findings
  }

  /// Compares the labels that are read with those that were converted from them, where both are there.
  private func compareConversion(of sample: Sample) throws {
    guard let converted = sample.convertedLabelFile else { return }
    let truth = try sample.groundTruth(using: table)
    let other = try converted.groundTruth(using: table)
    guard truth.width == other.width, truth.height == other.height else {
      throw SampleError.sizesDiffer(
        image: converted.url, got: (other.width, other.height), label: sample.label,
        expected: (truth.width, truth.height))
    }
    let differing = truth.labels.indices.filter { truth.labels[$0] != other.labels[$0] }
    guard let first = differing.first else { return }
    throw SampleError.conversionDiffers(
      converted: converted.url, raw: sample.label, pixels: differing.count,
      column: first % truth.width, row: first / truth.width)
  }
}

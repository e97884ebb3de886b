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
      imageSize = try size(ofImage: sample.image)
    } catch {
      note(error.isMissingFile ? .missingImage : .unreadableImage, error)
    }
    let labels: LabelMap
    do throws(ImagingError) {
      labels = try LabelMap(contentsOf: sample.label)
    } catch {
      note(error.isMissingFile ? .missingLabel : .unreadableLabel, error)
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
    guard isUnknown else { return findings }
    do {
      _ = try sample.groundTruth(using: table)
    } catch {
      note(.unknownLabels, error)
    }
    return findings
  }

  private func size(
    ofImage image: URL
  ) throws(ImagingError) -> (width: Int, height: Int)? {
    switch images {
    case .none:
      return nil
    case .headers:
      let header = try ImageHeader(contentsOf: image)
      return (header.width, header.height)
    case .pixels:
      let image = try RGBImage(contentsOf: image)
      return (image.width, image.height)
    }
  }
}

extension ImagingError {
  fileprivate var isMissingFile: Bool {
    if case .missingFile = self { true } else { false }
  }
}

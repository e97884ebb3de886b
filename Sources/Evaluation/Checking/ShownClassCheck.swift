import Datasets
import Foundation
import Imaging

/// Looks for what is wrong with an image and with the classes that are said to be in it.
struct ShownClassCheck: Sendable {
  /// What was found.
  struct Findings: Sendable {
    var problems: [DatasetProblem] = []
    var shown: [Int] = []
    var undecided: [Int] = []
  }

  let images: ImageInspection

  /// Looks at an image whose classes a list states.
  func findings(for image: LabelledImage) -> Findings {
    var findings = Findings(shown: image.present, undecided: image.undecided)
    _ = size(of: image.image, id: image.id, noting: &findings)
    return findings
  }

  /// Looks at an image and draws the regions of its classes.
  func findings(for sample: Sample, regions source: any RegionSource) -> Findings {
    var findings = Findings()
    let size = size(of: sample.image, id: sample.id, noting: &findings)
    do {
      let regions = try source.regions(of: sample)
      findings.shown = regions.map(\.classID)
      if let size, let mask = regions.first?.inside, size != (mask.width, mask.height) {
        let error = SampleError.sizesDiffer(
          image: sample.image, got: size, label: sample.label,
          expected: (mask.width, mask.height))
        findings.problems.append(
          DatasetProblem(.sizesDiffer, sample: sample.id, message: "\(error)"))
      }
    } catch {
      findings.problems.append(
        DatasetProblem(.unreadableLabel, sample: sample.id, message: "\(error)"))
    }
    return findings
  }

  private func size(
    of image: URL, id: String, noting findings: inout Findings
  ) -> (width: Int, height: Int)? {
    do throws(ImagingError) {
      return try images.size(ofImageAt: image)
    } catch {
      findings.problems.append(
        DatasetProblem(
          error.isMissingFile ? .missingImage : .unreadableImage, sample: id,
          message: "\(error)"))
      return nil
    }
  }
}

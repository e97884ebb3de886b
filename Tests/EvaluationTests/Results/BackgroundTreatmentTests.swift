import Datasets
import Foundation
import OpenVocabulary
import Testing

@testable import Evaluation

@Suite("Background treatment")
struct BackgroundTreatmentTests {
  func dataset(backgroundClass: Int?) throws -> Dataset {
    Dataset(
      name: "test", split: nil,
      classList: try ClassList(name: "test", texts: [["background"], ["cat"]]),
      labelTable: .trainIDs(classCount: 2), samples: [], backgroundClass: backgroundClass)
  }

  @Test("ignored: not scored, not predicted, in no mean")
  func ignored() throws {
    let treatment = BackgroundTreatment(.ignore, of: try dataset(backgroundClass: 0))
    #expect(treatment.unscoredClass == 0)
    #expect(treatment.neverPredicted == [0])
    #expect(treatment.leftOutOfMeans == [0])
  }

  @Test("a false positive: scored, not predicted, in no mean")
  func falsePositive() throws {
    let treatment = BackgroundTreatment(.falsePositive, of: try dataset(backgroundClass: 0))
    #expect(treatment.unscoredClass == nil)
    #expect(treatment.neverPredicted == [0])
    #expect(treatment.leftOutOfMeans == [0])
  }

  @Test("a class: like any other")
  func asClass() throws {
    let treatment = BackgroundTreatment(.class, of: try dataset(backgroundClass: 0))
    #expect(treatment.unscoredClass == nil)
    #expect(treatment.neverPredicted.isEmpty)
    #expect(treatment.leftOutOfMeans.isEmpty)
  }

  @Test("without a background class no rule changes anything", arguments: BackgroundRule.allCases)
  func noBackground(rule: BackgroundRule) throws {
    let treatment = BackgroundTreatment(rule, of: try dataset(backgroundClass: nil))
    #expect(treatment.unscoredClass == nil)
    #expect(treatment.neverPredicted.isEmpty)
    #expect(treatment.leftOutOfMeans.isEmpty)
  }
}

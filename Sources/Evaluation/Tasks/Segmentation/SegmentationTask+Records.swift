import Datasets
import OpenVocabulary

extension SegmentationTask: RecordedSegmentation, ScoredTask {
  var classCount: Int { groundTruth.table.classCount }
}

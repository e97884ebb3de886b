public import Metrics

extension AbsentClassPolicy {
  /// Why a class has no score under this policy.
  public var meaningOfMissing: String {
    switch self {
    case .predictedCountsZero: "–: neither in the ground truth nor predicted; in no mean."
    case .presentOnly: "–: not in the ground truth; in no mean."
    case .zero: "–: no score."
    }
  }
}

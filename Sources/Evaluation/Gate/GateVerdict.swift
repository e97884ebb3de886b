/// What a comparison with a baseline comes to.
public enum GateVerdict: String, Sendable, CaseIterable {
  /// The run is as good as the baseline.
  case holds

  /// The run is worse, or not what it was where it had to be the same.
  case regressed

  /// The two cannot be compared.
  case unknown = "cannot tell"
}

extension Sequence<GateVerdict> {
  /// The verdict over all: one regression is enough for a no, and one doubt to spoil a yes.
  public var overall: GateVerdict {
    contains(.regressed) ? .regressed : contains(.unknown) ? .unknown : .holds
  }
}

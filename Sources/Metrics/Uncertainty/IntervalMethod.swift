/// How an interval is read off a bootstrap distribution.
public enum IntervalMethod: String, Sendable, Codable, CaseIterable {
  /// The quantiles of the resampled scores themselves: `[q(α/2), q(1 − α/2)]`.
  ///
  /// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
  case percentile

  /// The quantiles, moved by the bias of the resampled scores and by how fast their spread changes with
  /// the score (BCa).
  ///
  /// With `z₀ = Φ⁻¹(share of resampled scores below the estimate)`, where equal ones count half, and the
  /// acceleration `a = Σ dᵢ³ / (6 (Σ dᵢ²)^{3/2})` from the scores `θᵢ` without one unit,
  /// `dᵢ = mean(θ) − θᵢ`, the quantiles are at `Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))` for `z = Φ⁻¹(α/2)`
  /// and `Φ⁻¹(1 − α/2)`.
  ///
  /// Efron, "Better bootstrap confidence intervals", 1987; Efron and Tibshirani, chapter 14. Takes one
  /// more evaluation for each unit.
  case biasCorrectedAccelerated = "bca"
}

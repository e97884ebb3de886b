"""Writes Tests/MetricsTests/SciPyIntervals.swift: intervals and p values as SciPy computes them.

Usage: python interval_fixtures.py > ../../Tests/MetricsTests/SciPyIntervals.swift

Intervals are read off the same resampled values that SciPy drew. The permutation test is exact: it runs
through all 2^n exchanges, and its score is a mean over classes of ratios of sums.
"""

import numpy
import scipy
from scipy import stats

RESAMPLES = 199


def numbers(values):
    return "[" + ", ".join(repr(float(value)) for value in values) + "]"


def interval_cases():
    random = numpy.random.default_rng(7)
    exponential = random.exponential(size=25)
    return {
        "mean of 25 exponential values": (exponential, numpy.mean),
        "variance of 25 exponential values": (exponential, numpy.var),
        "mean of 24 small integers": (random.integers(0, 5, 24).astype(float), numpy.mean),
    }


def interval(name, data, statistic):
    result = None
    ends = {}
    for method in ["percentile", "BCa"]:
        for confidence in [0.9, 0.95]:
            result = stats.bootstrap(
                (data,), statistic, confidence_level=confidence, method=method,
                n_resamples=RESAMPLES if result is None else 0, bootstrap_result=result,
                random_state=numpy.random.default_rng(11),
            )
            ends[method, confidence] = result.confidence_interval
    jackknife = [statistic(numpy.delete(data, index)) for index in range(len(data))]
    lines = [f'    SciPyInterval(', f'      name: "{name}",', f"      estimate: {float(statistic(data))!r},"]
    for (method, confidence), (low, high) in ends.items():
        label = f"{'percentile' if method == 'percentile' else 'corrected'}{int(confidence * 100)}"
        lines.append(f"      {label}: ({float(low)!r}, {float(high)!r}),")
    lines.append(f"      standardError: {float(result.standard_error)!r},")
    lines.append(f"      jackknife: {numbers(jackknife)},")
    lines.append(f"      resampled: {numbers(result.bootstrap_distribution)}),")
    return "\n".join(lines)


def permutation(seed, images, gain):
    """Pixels of two classes in two runs as [run, image, class, (intersection, prediction, truth)]."""
    random = numpy.random.default_rng(seed)
    truth = random.integers(20, 60, (images, 2))
    rows = numpy.zeros((2, images, 2, 3), int)
    for run in range(2):
        found = numpy.minimum(truth, random.binomial(truth, 0.5) + gain * run)
        rows[run, :, :, 0] = found
        rows[run, :, :, 1] = found + random.integers(0, 30, (images, 2))
        rows[run, :, :, 2] = truth
    flat = rows.reshape(2 * images, 2, 3)

    def score(chosen, classes):
        sums = flat[chosen.astype(int)].sum(axis=0)[classes]
        return (sums[:, 0] / (sums[:, 1] + sums[:, 2] - sums[:, 0])).mean()

    def value(classes):
        return stats.permutation_test(
            (numpy.arange(images), numpy.arange(images) + images),
            lambda first, second: score(second, classes) - score(first, classes),
            permutation_type="samples", n_resamples=numpy.inf, vectorized=False,
        ).pvalue

    body = ",\n".join(
        "        [\n" + ",\n".join(f"          {image}" for image in run) + "\n        ]" for run in rows.tolist()
    )
    return (
        f"    SciPyPermutation(\n      rows: [\n{body}\n      ],\n"
        f"      mIoU: {float(value([0, 1]))!r}, perClass: [{float(value([0]))!r}, {float(value([1]))!r}]),"
    )


print(f"""// swift-format-ignore-file
// Written by Benchmarks/reference/interval_fixtures.py with SciPy {scipy.__version__}.

/// A bootstrap distribution and the intervals that SciPy reads off it.
struct SciPyInterval: Sendable {{
  var name: String
  var estimate: Double
  var percentile90: (Double, Double)
  var percentile95: (Double, Double)
  var corrected90: (Double, Double)
  var corrected95: (Double, Double)
  var standardError: Double
  var jackknife: [Double]
  var resampled: [Double]

  static let all: [SciPyInterval] = [""")
for name, (data, statistic) in interval_cases().items():
    print(interval(name, data, statistic))
print("""  ]
}

/// The rows `[run, image, class, (intersection, prediction, truth)]` of two runs, and the p values of
/// SciPy's exact permutation test.
struct SciPyPermutation: Sendable {
  var rows: [[[[Int64]]]]
  var mIoU: Double
  var perClass: [Double]

  static let all: [SciPyPermutation] = [""")
for seed, images, gain in [(1, 6, 3), (2, 9, 2), (3, 10, 8)]:
    print(permutation(seed, images, gain))
print("""  ]
}

/// The standard normal distribution: values, and the shares below them.
enum SciPyNormal {
  static let cumulative: [(value: Double, share: Double)] = [""")
for value in [-8, -5, -2.5, -1, -0.1, 0, 0.3, 1.96, 3, 6]:
    print(f"    ({float(value)!r}, {float(stats.norm.cdf(value))!r}),")
print("  ]\n  static let quantiles: [(share: Double, value: Double)] = [")
for share in [1e-12, 1e-4, 0.025, 0.3, 0.5, 0.77, 0.975, 0.999]:
    print(f"    ({share!r}, {float(stats.norm.ppf(share))!r}),")
print("  ]\n}")

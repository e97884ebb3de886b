/// The folder that holds the benchmarks' data sets.
public enum DataFolder {
  /// The environment variable that configurations refer to as `${SURGERYBENCH_DATA}`.
  public static let variable = "SURGERYBENCH_DATA"

  /// What to do where it is not set.
  static let hint = """
    It names the folder that holds the data sets:
    pass --data DIR, or export \(variable)=DIR
    """
}

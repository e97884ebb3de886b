/// The keys of a suite's file.
enum SuiteSettings {
  /// What `table` says for a table of the runs alone.
  static let results = "results"

  static let name = Setting("name", .text, "the name, which is the file's")
  static let summary = Setting("summary", .text, "one sentence on what the suite is")
  static let experiments = Setting(
    "experiments", .list(of: .text), "the experiments in order, by their names in Configs")
  static let table = Setting(
    "table", .text, "what is printed in the end: results, or the name of a file in Configs/tables")
  static let schema = SettingSchema([name, summary, experiments, table])
}

/// One line of the listing of a resolved experiment: a setting, its value and where that came from.
public struct SettingRow: Sendable, Equatable {
  /// The setting.
  public let key: SettingPath

  /// The value in effect, written for a person.
  public let value: String

  /// How sure it is that the value is the paper's, where a preset says so.
  public let confidence: Confidence?

  /// Why a preset chose the value.
  public let note: String?

  /// Where the value was stated.
  public let origin: SettingOrigin
}

/// One line of the listing of all keys: what a setting takes and means.
public struct SettingKey: Sendable, Equatable {
  /// The setting.
  public let key: SettingPath

  /// What it takes.
  public let expected: String

  /// Its default, as JSON; `nil` where there is none or it depends on other things.
  public let standard: String?

  /// What it means.
  public let summary: String
}

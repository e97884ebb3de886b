public import ArgumentParser
public import Evaluation

/// The option for the numbers that the network computes with.
struct PrecisionOptions: ParsableArguments {
  @Option(help: "The numbers that the network computes with.")
  var precision: Precision?

  /// What the option states, as a setting.
  var overrides: [ConfigurationOverride] {
    precision.map {
      [ConfigurationOverride("protocol.precision", text: $0.rawValue, option: "--precision")]
    } ?? []
  }
}

extension Precision: ExpressibleByArgument {}

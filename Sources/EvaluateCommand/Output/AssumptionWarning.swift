import CLIP
import Tensors

/// Says that a network is run with an activation that nothing tells: the wrong one costs points without
/// any other sign.
struct AssumptionWarning: CustomStringConvertible {
  let description: String

  /// A warning, or `nil` where nothing is assumed.
  ///
  /// - Parameters:
  ///   - choices: What is known of the activations.
  ///   - statement: How the activation is stated in this command, up to its name.
  init?(of choices: ActivationChoices, statedBy statement: String) {
    let assumed = [choices.vision, choices.text].compactMap { $0 }.first(where: \.isAssumption)
    guard let assumed else { return nil }
    description = """
      the activation is \(assumed). State it: \(statement)\(assumed.activation.rawValue)
      """
  }
}

/// The activations of both towers.
public struct ActivationChoices: Sendable, Equatable {
  /// The image encoder's; `nil` for a ModifiedResNet, which has none of the two.
  public let vision: ActivationChoice?

  /// The text encoder's.
  public let text: ActivationChoice

  /// Combines the choices of both towers.
  public init(vision: ActivationChoice?, text: ActivationChoice) {
    self.vision = vision
    self.text = text
  }

  /// Whether either was assumed.
  public var areAssumed: Bool { text.isAssumption || vision?.isAssumption == true }
}

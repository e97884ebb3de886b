import CLIP
import OpenVocabulary

/// A way of attention among the methods of an experiment.
struct LayerWay: Sendable, Equatable {
  /// What tables call it: the method that has this attention and no feature surgery.
  let name: String

  let attention: AttentionVariant

  /// The different attentions of some methods, in the methods' order.
  ///
  /// Feature surgery takes out what a map shares with the empty text's, so that it is left out here.
  static func ways(of methods: [Method]) -> [LayerWay] {
    var ways: [LayerWay] = []
    for method in methods where !ways.contains(where: { $0.attention == method.attention }) {
      let plain = (methods + Method.all).first {
        $0.attention == method.attention && $0.featureSurgery == nil
      }
      ways.append(
        LayerWay(
          name: plain?.name ?? "\(method.name) without feature surgery",
          attention: method.attention))
    }
    return ways
  }
}

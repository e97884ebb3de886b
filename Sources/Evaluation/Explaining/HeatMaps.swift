public import Imaging
import OpenVocabulary

/// The score maps of one image, drawn over it when they are asked for: maps are small, pictures are not.
public struct HeatMaps: Sendable {
  /// The image as it is.
  public let image: RGBImage

  let maps: [ScoreMap]
  let palette: HeatPalette
  let opacity: Double

  /// The pixels between two pictures of a panel.
  static let gap = 4

  /// The map of one text under one method, over the image at the image's own size.
  ///
  /// - Parameters:
  ///   - method: The method's place among those that were asked for.
  ///   - text: The text's place.
  /// - Returns: The picture, of the image's size.
  public func overlay(method: Int, text: Int) -> RGBImage {
    // Between two scores of 1 single precision may round beyond.
    image.overlaid(
      withScores: maps[method].resampled(
        query: text, toHeight: image.height, width: image.width
      ).map { min(max($0, 0), 1) }, palette: palette, opacity: opacity)
  }

  /// The image and its maps side by side: a row for each text, in it the image, then each method's map.
  ///
  /// - Parameter texts: The texts' places.
  /// - Returns: The pictures in one.
  /// - Precondition: there is a text.
  public func panel(ofTexts texts: some Sequence<Int>) -> RGBImage {
    RGBImage(
      tiling: texts.map { text in
        [image] + maps.indices.map { overlay(method: $0, text: text) }
      }, gap: Self.gap)
  }

  /// The number of pixels of a panel of so many texts.
  public func panelPixelCount(textCount: Int) -> Int {
    (maps.count + 1) * (image.width + Self.gap) * textCount * (image.height + Self.gap)
  }
}

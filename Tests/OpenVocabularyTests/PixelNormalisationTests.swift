import Imaging
import OpenVocabulary
import Tensors
import Testing

@Suite struct PixelNormalisationTests {
  @Test func everyValueIsTorchvisions() {
    let image = RGBImage(
      width: 256, height: 1, samples: (0...255).flatMap { [$0, 255 - $0, $0 / 2] as [UInt8] })
    let input = PixelNormalisation.clip(image)
    #expect(input.shape == [3, 1, 256])
    let mean: [Float] = [0.48145466, 0.4578275, 0.40821073]
    let deviation: [Float] = [0.26862954, 0.26130258, 0.27577711]
    for channel in 0..<3 {
      for column in 0..<256 {
        let sample = image.samples[column * 3 + channel]
        let scaled = Float(sample) / 255
        let centred = scaled - mean[channel]
        let expected = centred / deviation[channel]
        #expect(
          input.elements[channel * 256 + column] == expected, "channel \(channel), value \(sample)")
      }
    }
  }

  @Test func channelsBecomePlanesRowByRow() {
    let image = RGBImage(width: 1, height: 2, samples: [255, 0, 51, 0, 255, 102])
    let input = PixelNormalisation(mean: [0, 0, 0], deviation: [1, 1, 0.5])(image)
    #expect(input.shape == [3, 2, 1])
    #expect(input.elements == [1, 0, 0, 1, 0.4, 0.8])
  }
}

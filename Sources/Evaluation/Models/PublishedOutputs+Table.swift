extension PublishedOutputs {
  /// The outputs that are known.
  ///
  /// ViT-B/32: the classification is that of the README of OpenAI's CLIP, the text feature one that
  /// users of the weights printed in half precision.
  static let all: [PublishedOutputs] = [
    PublishedOutputs(
      checkpoint: "ViT-B/32",
      textFeature: TextFeature(
        text: "a portrait of an astronaut with the American flag",
        leading: [
          -0.166_26, 0.052_277, -0.153_32, 0.449_46, 0.206_67, -0.295_65, 0.040_588, -0.410_16,
          -0.150_27, 0.319_34, -0.069_702, -0.254_88, 0.123_35, -0.095_337, 0.241_09, -0.048_95,
          0.260_74, 0.000_538_35, 0.210_33, 0.370_12,
        ],
        trailing: [
          0.364_01, -0.161_87, -0.209_84, -0.1322, -0.067_322, 0.201_17, -0.475_83, 0.068_054,
          0.224_37, 0.267_09, -0.054_626, -0.040_741, 0.052_002, -0.188_72, 0.313_72, -0.135_74,
          -0.265_38,
        ]),
      classification: Classification(
        picture: "CLIP.png of OpenAI's CLIP",
        pictureHash: ContentHash(
          digits: "308a3ca4503f1c7a07803916c369d78c4ef501e5ab7fc727da9b5e1d2f9ec85b"),
        texts: ["a diagram", "a dog", "a cat"],
        probabilities: [0.992_793_7, 0.004_210_68, 0.002_995_72]))
  ]
}

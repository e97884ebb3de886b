/// How a file holds one number a pixel.
public enum LabelFormat: Sendable, Hashable {
  /// A PNG of palette indices or gray values, which are the numbers.
  case indexPNG

  /// A PNG of red, green and blue in which the number is red + 256 · green and blue is 0, as
  /// ImageNet-S has it.
  case redGreenPNG

  /// The matrix of that name in a MATLAB file.
  case matlab(variable: String)

  /// The run lengths of one image among those of many.
  case detail(DetailAnnotations, image: String)
}

/// What is wrong with a MAT-file, before the file's name is put to it.
struct MATLABFault: Error, Equatable {
  /// Where in the file: a variable or an offset.
  var place: String?

  /// What was found.
  var got: String

  /// What was expected, or what to do.
  var expected: String

  /// The fault, with the place where it was met unless it knows a closer one.
  func placed(at place: String) -> MATLABFault {
    MATLABFault(place: self.place ?? place, got: got, expected: expected)
  }
}

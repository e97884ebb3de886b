import Foundation

extension DatasetError {
  /// A fault together with the file that has it.
  init(_ fault: MATLABFault, in file: URL) {
    self = .malformedFile(
      file, format: "MATLAB file", place: fault.place, got: fault.got, expected: fault.expected)
  }
}

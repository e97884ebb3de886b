import Checkpoints
import Foundation

/// Opens the input as an array of NumPy's and reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func readArray(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedInput(bytes, count: count)
  let file = input.reading(within: input.allowance) { () throws(CheckpointError) in
    try NumPyFile(input.contents, of: FuzzedInput.file)
  }
  if let file { input.readTensors(of: file, named: [NumPyFile.arrayName]) }
  return 0
}

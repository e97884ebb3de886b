import Checkpoints
import Foundation

/// Opens the input as a safetensors file and reads its tensors.
@_cdecl("LLVMFuzzerTestOneInput")
public func readSafetensors(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedInput(bytes, count: count)
  let file = input.reading(within: input.allowance) { () throws(CheckpointError) in
    try SafetensorsFile(input.contents, of: FuzzedInput.file)
  }
  if let file { input.readTensors(of: file, named: file.tensorNames) }
  return 0
}

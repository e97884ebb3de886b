import Checkpoints
import Foundation

/// Reads the input as a pickle, alone and as the `data.pkl` of an archive whose checksums hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func readPickle(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedInput(bytes, count: count)
  let document = input.reading(within: input.allowance) { () throws(CheckpointError) in
    try PickleMachine.document(from: input.contents, of: "data.pkl", in: FuzzedInput.file)
  }
  // What no document comes of, no file comes of.
  guard document != nil else { return 0 }
  let archive = StoredArchive([
    ("x/data.pkl", input.contents), ("x/data/0", Data(count: 64)), ("x/data/1", Data(count: 24)),
  ]).contents
  archive.withUnsafeBytes { archive in
    guard let address = archive.bindMemory(to: UInt8.self).baseAddress else { return }
    FuzzedInput(address, count: archive.count).readPyTorchFile()
  }
  return 0
}

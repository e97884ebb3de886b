import Checkpoints
import Foundation

/// Opens the input as a zip archive, then as a PyTorch file, and reads whatever either holds.
@_cdecl("LLVMFuzzerTestOneInput")
public func readZip(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzedInput(bytes, count: count)
  let archive = input.reading(within: input.allowance) { () throws(CheckpointError) in
    try ZipArchive(input.contents, of: FuzzedInput.file)
  }
  if let archive {
    for entry in archive.entries.prefix(1000) {
      precondition(
        entry.contents.lowerBound >= 0 && entry.contents.upperBound <= count,
        "'\(entry.name)' lies at \(entry.contents) of \(count) bytes")
      let contents = input.reading(within: input.allowance) { () throws(CheckpointError) in
        try archive.contents(of: entry.name)
      }
      precondition(contents == nil || contents?.count == entry.contents.count)
    }
  }
  input.readPyTorchFile()
  return 0
}

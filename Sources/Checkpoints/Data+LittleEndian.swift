import Foundation

// The one file of this library that reads memory without the compiler's checks: numbers in a
// checkpoint need not be aligned, and no safe Swift loads those at speed.

extension Data {
  /// The data as little-endian numbers, each turned into what is wanted of it.
  ///
  /// A trailing part that is shorter than a number is left out.
  func littleEndianValues<Stored: FixedWidthInteger & BitwiseCopyable, Value>(
    _ convert: (Stored) -> Value
  ) -> [Value] {
    let width = MemoryLayout<Stored>.size
    let count = count / width
    return unsafe withUnsafeBytes { bytes in
      unsafe Array(unsafeUninitializedCapacity: count) { values, initialisedCount in
        for index in 0..<count {
          let stored = unsafe bytes.loadUnaligned(fromByteOffset: index * width, as: Stored.self)
          unsafe values.initializeElement(at: index, to: convert(Stored(littleEndian: stored)))
        }
        initialisedCount = count
      }
    }
  }
}

extension Array where Element: FixedWidthInteger & BitwiseCopyable {
  /// The numbers one after another, least significant byte first.
  var littleEndianData: Data {
    unsafe map(\.littleEndian).withUnsafeBytes { unsafe Data($0) }
  }
}

internal import CZlib
import Foundation

// The one file of this library that calls C and touches memory by address.

/// Unpacks a zlib stream from the front, and no further than it is asked to.
///
/// Whoever asks says how much, so a stream that would unpack to more than its matrix never does.
@safe struct Inflater: ~Copyable {
  /// No stream of deflate unpacks to more than so many times its own length.
  static let largestRatio = 1_032

  private let input: Data
  private var consumed = 0
  // zlib keeps the address of its stream, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Starts at the front of a stream; nothing is unpacked yet.
  init(_ input: Data) throws(MATLABFault) {
    self.input = input
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else {
      throw MATLABFault(got: "no memory to unpack it", expected: "a few kilobytes")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks the next bytes.
  ///
  /// - Throws: ``MATLABFault`` where the stream is damaged or ends before so many bytes.
  mutating func next(_ count: Int) throws(MATLABFault) -> [UInt8] {
    let (bytes, status) = unpack(atMost: count)
    guard bytes.count == count else { throw fault(status) }
    return bytes
  }

  /// Expects the stream to be over, with its checksum in order and nothing behind it.
  mutating func finish() throws(MATLABFault) {
    let (surplus, status) = unpack(atMost: 1)
    guard surplus.isEmpty else {
      throw MATLABFault(got: "packed data behind the matrix", expected: "the matrix alone")
    }
    guard status == Z_STREAM_END else { throw fault(status) }
    guard consumed == input.count else {
      throw MATLABFault(
        got: "\(input.count - consumed) bytes behind the packed data", expected: "none")
    }
  }

  private mutating func unpack(atMost count: Int) -> (bytes: [UInt8], status: Int32) {
    var status = Z_OK
    var remaining = input.count - consumed
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialisedCount in
      unsafe stream.pointee.next_out = buffer.baseAddress
      unsafe stream.pointee.avail_out = UInt32(count)
      unsafe input.withUnsafeBytes { (packed: UnsafeRawBufferPointer) in
        let address = unsafe packed.bindMemory(to: UInt8.self).baseAddress
        // zlib declares its input mutable and does not write to it.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: address?.advanced(by: consumed))
        unsafe stream.pointee.avail_in = UInt32(remaining)
        status = unsafe inflate(stream, Z_SYNC_FLUSH)
      }
      remaining = unsafe Int(stream.pointee.avail_in)
      initialisedCount = unsafe count - Int(stream.pointee.avail_out)
    }
    consumed = input.count - remaining
    return (bytes, status)
  }

  private func fault(_ status: Int32) -> MATLABFault {
    switch status {
    case Z_STREAM_END:
      MATLABFault(got: "packed data that ends early", expected: "the whole matrix")
    case Z_OK, Z_BUF_ERROR:
      MATLABFault(got: "packed data that is cut off", expected: "the whole of it")
    case Z_MEM_ERROR:
      MATLABFault(got: "no memory to unpack it", expected: "a few kilobytes")
    default:
      MATLABFault(got: "damaged packed data", expected: "a sound zlib stream")
    }
  }
}

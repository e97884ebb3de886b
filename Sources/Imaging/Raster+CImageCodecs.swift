// The one file of this library that calls C and touches memory by address.

import CImageCodecs
import Foundation

extension Raster {
  /// Decodes all samples of a PNG or JPEG file.
  init(decoding data: Data, as format: ImageFormat, named file: String) throws(ImagingError) {
    self = try unsafe data.bytes.withUnsafeBytes {
      (bytes: UnsafeRawBufferPointer) throws(ImagingError) in
      try unsafe Decoder(bytes, format: format, file: file).raster()
    }
  }

  /// Encodes gray, palette or RGB samples of 8 bits, or gray ones of 16, as PNG.
  func pngData() throws(ImagingError) -> Data {
    let (codecColour, palette): (ImageCodecsColour, [UInt8]) =
      switch colour {
      case .gray: (.gray, [])
      case .palette(let colours): (.palette, colours)
      case .rgb: (.RGB, [])
      case .grayAlpha, .rgba, .cmyk: preconditionFailure("PNG of \(colour) is not written")
      }
    let (width, height) = try codecSize(for: .png)
    return try unsafe encoded(as: .png) { buffer, text in
      unsafe image_codecs_encode_png(
        samples, width, height, codecColour, UInt32(bitDepth), palette, UInt32(palette.count / 3),
        buffer, text)
    }
  }

  /// Encodes 8-bit RGB samples as a baseline JPEG.
  func jpegData(quality: Int, subsampling: ChromaSubsampling) throws(ImagingError) -> Data {
    precondition(
      colour == .rgb && bitDepth == 8, "JPEG of \(bitDepth)-bit \(colour) is not written")
    let (width, height) = try codecSize(for: .jpeg)
    return try unsafe encoded(as: .jpeg) { buffer, text in
      unsafe image_codecs_encode_jpeg(
        samples, width, height, Int32(quality), Int32(subsampling.pixelsPerSample.horizontal),
        Int32(subsampling.pixelsPerSample.vertical), buffer, text)
    }
  }

  private func codecSize(for format: ImageFormat) throws(ImagingError) -> (UInt32, UInt32) {
    guard let width = UInt32(exactly: width), let height = UInt32(exactly: height) else {
      throw .unencodable(format: format, reason: "\(width) × \(height) pixels are too many")
    }
    return (width, height)
  }

  private func encoded(
    as format: ImageFormat,
    by encode: (UnsafeMutablePointer<ImageCodecsBuffer>, UnsafeMutablePointer<CChar>) ->
      ImageCodecsStatus
  ) throws(ImagingError) -> Data {
    var buffer = unsafe ImageCodecsBuffer()
    defer { unsafe image_codecs_release(&buffer) }
    let (status, message) = unsafe withMessage { text in unsafe encode(&buffer, text) }
    guard status == .done, let bytes = unsafe buffer.bytes else {
      throw .unencodable(format: format, reason: message)
    }
    return unsafe Data(bytes: bytes, count: buffer.count)
  }
}

/// Owns a decoder of the C target while its bytes are lent.
@safe private struct Decoder: ~Copyable {
  private let handle: OpaquePointer
  private let picture: ImageCodecsDescription
  private let format: ImageFormat
  private let file: String

  init(_ bytes: UnsafeRawBufferPointer, format: ImageFormat, file: String) throws(ImagingError) {
    var handle: OpaquePointer?
    var picture = ImageCodecsDescription()
    let (status, message) = unsafe withMessage { text in
      let address = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
      let limit = UInt64(Raster.pixelLimit)
      return switch format {
      case .png:
        unsafe image_codecs_open_png(address, bytes.count, limit, &picture, &handle, text)
      case .jpeg:
        unsafe image_codecs_open_jpeg(address, bytes.count, limit, &picture, &handle, text)
      }
    }
    guard let handle = unsafe handle else {
      throw ImagingError(status, message, of: picture, format: format, file: file)
    }
    unsafe self.handle = handle
    self.picture = picture
    self.format = format
    self.file = file
  }

  deinit {
    unsafe image_codecs_close(handle)
  }

  func raster() throws(ImagingError) -> Raster {
    let count = Int(picture.height) * picture.bytesPerRow
    var outcome = (status: ImageCodecsStatus.done, message: "")
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      outcome = unsafe withMessage { text in
        unsafe image_codecs_read(handle, buffer.baseAddress, text)
      }
      initializedCount = outcome.status == .done ? count : 0
    }
    guard outcome.status == .done else {
      throw ImagingError(outcome.status, outcome.message, of: picture, format: format, file: file)
    }
    return Raster(
      width: Int(picture.width), height: Int(picture.height), colour: colour,
      bitDepth: Int(picture.bitDepth), samples: samples)
  }

  private var colour: Raster.Colour {
    switch picture.colour {
    case .gray: .gray
    case .grayAlpha: .grayAlpha
    case .palette: .palette(palette)
    case .RGB: .rgb
    case .RGBA: .rgba
    case .CMYK: .cmyk
    }
  }

  private var palette: [UInt8] {
    let count = 3 * Int(picture.paletteCount)
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      unsafe image_codecs_copy_palette(handle, buffer.baseAddress)
      initializedCount = count
    }
  }
}

/// Lends the C target a buffer for the reason of a failure.
private func withMessage(
  _ call: (UnsafeMutablePointer<CChar>) -> ImageCodecsStatus
) -> (status: ImageCodecsStatus, message: String) {
  unsafe withUnsafeTemporaryAllocation(
    of: CChar.self, capacity: Int(IMAGE_CODECS_MESSAGE_CAPACITY)
  ) { buffer in
    unsafe buffer.initialize(repeating: 0)
    // A temporary allocation of more than nothing has an address.
    guard let address = buffer.baseAddress else { return (.outOfMemory, "no memory") }
    let status = unsafe call(address)
    return (status, unsafe String(cString: address))
  }
}

extension ImagingError {
  fileprivate init(
    _ status: ImageCodecsStatus, _ reason: String, of picture: ImageCodecsDescription,
    format: ImageFormat, file: String
  ) {
    switch status {
    case .truncated:
      self = .truncated(file: file, format: format, reason: reason)
    case .done, .corrupt:
      self = .corrupt(file: file, format: format, reason: reason)
    case .tooManyPixels:
      self = .tooManyPixels(
        file: file, width: Int(picture.width), height: Int(picture.height),
        limit: Raster.pixelLimit)
    case .unsupported:
      self = .unsupported(file: file, format: format, reason: reason)
    case .outOfMemory:
      self = .outOfMemory(file: file, reason: reason)
    }
  }
}

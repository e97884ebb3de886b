import Foundation

// The one file of this library that reads memory without the compiler's checks: numbers in a
// checkpoint need not be aligned, and no safe Swift loads those at speed.

// The conversions stand beside the loop because only there a debug build specialises it for them,
// which makes it several times faster.

extension Data {
  /// The data as floating-point numbers of a stored format, exact in Float32, or `nil` for formats
  /// that do not fit it.
  ///
  /// - Parameters:
  ///   - dataType: The stored format.
  ///   - places: Where the numbers lie, counted in numbers; `nil` where they follow each other.
  /// - Returns: The numbers.
  func floats(
    storedAs dataType: TensorDataType, at places: StridedPlaces? = nil
  ) -> [Float]? {
    switch dataType {
    case .float32: littleEndianValues(at: places) { Float(bitPattern: $0) }
    case .float16: littleEndianValues(at: places) { Float(Float16(bitPattern: $0)) }
    case .bfloat16:
      littleEndianValues(at: places) { (upperHalf: UInt16) in
        Float(bitPattern: UInt32(upperHalf) << 16)
      }
    default: nil
    }
  }

  /// The data as whole numbers of a stored format, or `nil` for formats other than I32 and I64.
  ///
  /// - Parameters:
  ///   - dataType: The stored format.
  ///   - places: Where the numbers lie, counted in numbers; `nil` where they follow each other.
  /// - Returns: The numbers.
  func integers(
    storedAs dataType: TensorDataType, at places: StridedPlaces? = nil
  ) -> [Int]? {
    switch dataType {
    case .int32: littleEndianValues(at: places) { (value: Int32) in Int(value) }
    case .int64: littleEndianValues(at: places) { (value: Int64) in Int(value) }
    default: nil
    }
  }
}

extension Data {
  /// The data as little-endian numbers, each turned into what is wanted of it.
  ///
  /// A trailing part that is shorter than a number is left out.
  private func littleEndianValues<Stored: FixedWidthInteger & BitwiseCopyable, Value>(
    at places: StridedPlaces?, _ convert: (Stored) -> Value
  ) -> [Value] {
    let width = MemoryLayout<Stored>.size
    let available = self.count / width
    let count = places?.count ?? available
    return unsafe withUnsafeBytes { bytes in
      if let places {
        // Values take their place as they are read: a second copy may be as large as the file.
        var values: [Value] = []
        values.reserveCapacity(count)
        for place in places {
          precondition(place < available, "Place \(place) of \(available) is asked for")
          let stored = unsafe bytes.loadUnaligned(fromByteOffset: place * width, as: Stored.self)
          values.append(convert(Stored(littleEndian: stored)))
        }
        return values
      }
      return unsafe Array(unsafeUninitializedCapacity: count) { values, initialisedCount in
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

extension [Float] {
  /// The numbers in single precision, least significant byte first.
  var singlePrecisionData: Data {
    littleEndianData { $0.bitPattern }
  }

  /// The numbers in half precision, rounded to the nearest, least significant byte first.
  var halfPrecisionData: Data {
    littleEndianData { Float16($0).bitPattern }
  }

  private func littleEndianData<Stored: FixedWidthInteger & BitwiseCopyable>(
    _ convert: (Float) -> Stored
  ) -> Data {
    unsafe map { convert($0).littleEndian }.withUnsafeBytes { unsafe Data($0) }
  }
}

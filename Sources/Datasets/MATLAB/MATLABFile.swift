import Checkpoints
import Foundation
import Imaging

/// A MAT-file of version 5 to 7, in which PASCAL Context and COCO-Stuff 10k publish their label maps
/// (MathWorks, *MAT-File Format*, 2019).
///
/// One matrix of whole numbers is all that is ever taken from it. That is little enough to be read
/// here, strictly: every length is held against the file, nothing is followed into a structure, and
/// no memory is asked for that the file could not fill. The library for the whole format would bring
/// HDF5 with it, and a long record of memory faults on files that were made to cause them.
struct MATLABFile {
  /// More pixels than these are not read: 2²⁶, a map of 8,192 × 8,192.
  static let pixelLimit = 1 << 26

  private let url: URL
  private let data: Data
  private let order: MATLABByteOrder

  /// Maps a file and looks at its header.
  ///
  /// - Throws: ``DatasetError`` where it cannot be read or is of another format or version.
  init(contentsOf url: URL) throws(DatasetError) {
    do {
      data = try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
      throw .unreadableFile(url, reason: error.reason)
    }
    do throws(MATLABFault) {
      order = try Self.byteOrder(of: data)
    } catch {
      throw DatasetError(error, in: url)
    }
    self.url = url
  }

  /// Reads a matrix of whole numbers as a label map.
  ///
  /// The first variable of the name is taken, and whatever stands before it is passed over by its
  /// length. The matrix may be of any class of numbers, packed or not.
  ///
  /// - Parameter name: The name of the variable.
  /// - Returns: Its numbers; rows of the matrix are rows of the map.
  /// - Throws: ``DatasetError/malformedFile(_:format:place:got:expected:)`` where the file is damaged,
  ///   has no such variable, or the variable is not a matrix of whole numbers from 0 to 65,535.
  func labelMap(named name: String) throws(DatasetError) -> LabelMap {
    do throws(MATLABFault) {
      return try searchLabelMap(named: name)
    } catch {
      throw DatasetError(error, in: url)
    }
  }

  private func searchLabelMap(named name: String) throws(MATLABFault) -> LabelMap {
    var others: [String] = []
    var start = Self.headerSize
    while start < data.count {
      do throws(MATLABFault) {
        var tag = MATLABBytes(data.dropFirst(start))
        let element = try MATLABElement(from: &tag, order: order)
        let contents = data.dropFirst(start + MATLABElement.tagSize)
        try tag.limit(to: element.size)
        var bytes = try bytes(of: element, in: contents.prefix(element.size))
        let variable = try MATLABVariable(from: &bytes, order: order)
        if variable.name == name { return try variable.labelMap(from: &bytes, order: order) }
        if !variable.name.isEmpty { others.append("`\(variable.name)`") }
        start += MATLABElement.tagSize + element.size
      } catch {
        throw error.placed(at: "byte \(start)")
      }
    }
    throw MATLABFault(
      got: others.isEmpty ? "no variable" : "only \(DatasetError.list(others, limit: 8))",
      expected: "a variable `\(name)`")
  }

  /// The bytes of a variable behind the tag that says that it is one.
  private func bytes(
    of element: MATLABElement, in contents: Data
  ) throws(MATLABFault) -> MATLABBytes {
    switch element.type {
    case MATLABElement.matrix where !element.isShort:
      return MATLABBytes(contents)
    case MATLABElement.packed where !element.isShort:
      break
    case let type:
      throw MATLABFault(got: "an element of type \(type)", expected: "a variable")
    }
    var bytes = try MATLABBytes(unpacking: contents)
    let inner = try MATLABElement(from: &bytes, order: order)
    guard inner.type == MATLABElement.matrix else {
      throw MATLABFault(got: "a packed element of type \(inner.type)", expected: "a packed matrix")
    }
    try bytes.limit(to: inner.size)
    return bytes
  }
}

import Foundation

/// The bytes of a PyTorch archive, put together by hand so that they may be wrong.
struct PyTorchBytes {
  /// What `data.pkl` holds.
  var pickle: [UInt8]

  /// The contents of `data/0`, `data/1` and so on.
  var storages: [[UInt8]] = []

  var folder = "archive"
  var byteOrder: String? = "little"

  init(_ value: Pickled, storages: [[UInt8]] = []) {
    pickle = value.pickle
    self.storages = storages
  }

  /// The archive, laid out as PyTorch does.
  var archive: ZipBytes {
    var files = [("data.pkl", pickle)]
    if let byteOrder { files.append(("byteorder", Array(byteOrder.utf8))) }
    files += storages.enumerated().map { ("data/\($0)", $1) }
    files.append(("version", Array("3\n".utf8)))
    return ZipBytes(
      entries: files.map { name, contents in
        ZipBytes.Entry(
          name: "\(folder)/\(name)", contents: contents, descriptorWidth: 4, padding: 13)
      }, hasZip64End: true)
  }

  var contents: Data { archive.contents }
}

extension [Float] {
  /// The numbers as a storage holds them.
  var storage: [UInt8] { flatMap { little($0.bitPattern) } }
}

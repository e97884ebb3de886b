public import Foundation

/// Writes safetensors files.
public enum SafetensorsWriter {
  /// Writes tensors in the order given, all or nothing.
  ///
  /// - Precondition: names are unique, none is `__metadata__`, and each shape fits its values.
  /// - Throws: ``CheckpointError/unwritable(file:reason:)``.
  /// - Complexity: O(n).
  public static func write(
    _ tensors: [(name: String, value: SafetensorsValue)], to file: URL
  ) throws(CheckpointError) {
    try write(tensors.map { ($0.name, $0.value.description) }, to: file) { tensors[$0].value }
  }

  /// Writes tensors that are made one after another, in the order given, all or nothing.
  ///
  /// The file is written under another name beside its place and then renamed, so that neither a
  /// failure nor a reader at the same time ever sees half of it. The header is padded so that the data
  /// begins at a multiple of eight bytes.
  ///
  /// - Parameters:
  ///   - entries: The tensors' names, formats and shapes, from which the header is made.
  ///   - file: The file, which is replaced where it is there.
  ///   - value: Makes the tensor of an entry by its place in `entries`; asked once for each.
  /// - Precondition: names are unique, none is `__metadata__`, and each value is as its entry says.
  /// - Throws: ``CheckpointError/unwritable(file:reason:)``.
  /// - Complexity: O(n) time; memory for one tensor.
  public static func write(
    _ entries: [(name: String, description: TensorDescription)], to file: URL,
    value: (Int) -> SafetensorsValue
  ) throws(CheckpointError) {
    let header = header(of: entries)
    let draft = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
    do {
      defer { try? FileManager.default.removeItem(at: draft) }
      try header.write(to: draft)
      let output = try FileHandle(forWritingTo: draft)
      defer { try? output.close() }
      try output.seekToEnd()
      for (index, (name, description)) in entries.enumerated() {
        let value = value(index)
        let bytes = value.bytes
        precondition(
          value.description == description && bytes.count == description.byteCount,
          """
          '\(name)' of \(description) is written as \(value.description) with \(bytes.count) bytes
          """)
        try output.write(contentsOf: bytes)
      }
      try output.synchronize()
      try draft.move(over: file)
    } catch {
      throw .unwritable(file: file, reason: error.reason)
    }
  }

  /// The length of the header and the header.
  private static func header(
    of entries: [(name: String, description: TensorDescription)]
  ) -> Data {
    let names = Set(entries.map(\.name))
    precondition(
      names.count == entries.count && !names.contains("__metadata__"),
      "A file cannot hold tensors of the names \(entries.map(\.name))")
    var begin = 0
    let members = entries.map { name, description in
      let end = begin + description.byteCount
      defer { begin = end }
      return """
        \(quoted(name)):{"dtype":"\(description.dataType.rawValue)",\
        "shape":[\(description.shape.map(String.init).joined(separator: ","))],\
        "data_offsets":[\(begin),\(end)]}
        """
    }
    var text = Data("{\(members.joined(separator: ","))}".utf8)
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: -text.count & 7))
    return [UInt64(text.count)].littleEndianData + text
  }

  /// The text as a JSON string.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..<" ":
        "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension TensorDescription {
  /// The number of bytes of all values.
  fileprivate var byteCount: Int { shape.reduce(dataType.byteCount, *) }
}

extension URL {
  /// Gives a file another file's name in one step, replacing what has it.
  fileprivate func move(over file: URL) throws {
    let name = file.deletingLastPathComponent()
      .appending(path: file.lastPathComponent, directoryHint: .notDirectory)
    let paths = [self, name].map { $0.path(percentEncoded: false) }
    // Foundation's own replacement fails on Linux where there is nothing to replace.
    guard unsafe rename(paths[0], paths[1]) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}

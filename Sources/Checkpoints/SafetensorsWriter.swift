public import Foundation

/// Writes safetensors files.
public enum SafetensorsWriter {
  /// Writes tensors in the order given, all or nothing.
  ///
  /// The file is written under another name beside its place and then renamed, so that neither a
  /// failure nor a reader at the same time ever sees half of it. The header is padded so that the data
  /// begins at a multiple of eight bytes.
  ///
  /// - Precondition: names are unique, none is `__metadata__`, and each shape fits its values.
  /// - Throws: ``CheckpointError/unwritable(file:reason:)``.
  /// - Complexity: O(n); assembles the file in memory.
  public static func write(
    _ tensors: [(name: String, value: SafetensorsValue)], to file: URL
  ) throws(CheckpointError) {
    let names = Set(tensors.map(\.name))
    precondition(
      names.count == tensors.count && !names.contains("__metadata__"),
      "A file cannot hold tensors of the names \(tensors.map(\.name))")
    var body = Data()
    var header: [String] = []
    for (name, value) in tensors {
      let description = value.description
      let begin = body.count
      body.append(value.bytes)
      let expected = description.shape.reduce(description.dataType.byteCount, *)
      precondition(
        body.count - begin == expected,
        "'\(name)' of shape \(description.shape) holds \(body.count - begin) bytes, not \(expected)"
      )
      header.append(
        """
        \(quoted(name)):{"dtype":"\(description.dataType.rawValue)",\
        "shape":[\(description.shape.map(String.init).joined(separator: ","))],\
        "data_offsets":[\(begin),\(body.count)]}
        """)
    }
    var text = Data("{\(header.joined(separator: ","))}".utf8)
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: -text.count & 7))
    var contents = [UInt64(text.count)].littleEndianData
    contents.append(text)
    contents.append(body)
    do {
      try contents.write(to: file, options: .atomic)
    } catch {
      throw .unwritable(file: file, reason: error.reason)
    }
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

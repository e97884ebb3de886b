import Foundation

/// The tensors by name that a PyTorch file's pickle stands for.
struct PyTorchContents {
  let kind: PyTorchFile.Kind

  /// The tensors in the file's order.
  private(set) var tensors: [(name: String, reference: TensorReference)] = []

  /// The classes of modules by the modules' names.
  private(set) var moduleClasses: [String: String] = [:]

  private let document: PickleDocument
  private let pickle: String
  private let file: URL
  private var visits = 0
  private var attributes = 0

  /// The most modules and tensors that are looked at; shared parts count each time.
  private static let longestWalk = 50_000

  /// The most attributes of modules that are looked at; shared parts count each time.
  private static let mostAttributes = 500_000

  /// The longest name of a tensor, in bytes.
  private static let longestName = 500

  init(of document: PickleDocument, pickle: String, in file: URL) throws(CheckpointError) {
    self.document = document
    self.pickle = pickle
    self.file = file
    if case .module = document.node(document.root)?.kind {
      kind = .torchScript
      try addModule(document.root, path: "", depth: 0)
    } else {
      kind = .stateDictionary
      try addStateDictionary()
    }
    guard !tensors.isEmpty else {
      throw .noTensors(file: file, got: got)
    }
  }

  /// Adds the tensors of a `state_dict()`; whatever else it holds, such as a count, is no weight.
  private mutating func addStateDictionary() throws(CheckpointError) {
    guard var entries = document.entries(of: document.root) else {
      throw .noTensors(file: file, got: got)
    }
    let wrapped = entries.first { $0.key == .string("state_dict") }
    if let inner = wrapped.flatMap({ document.entries(of: $0.value) }) { entries = inner }
    for entry in entries {
      guard case .string(let name) = entry.key, case .tensor(let index) = entry.value else {
        continue
      }
      try add(index, named: name)
    }
  }

  /// Adds the tensors of a module and of those inside it, attribute by attribute.
  private mutating func addModule(
    _ value: PickleValue, path: String, depth: Int
  ) throws(CheckpointError) {
    try countVisit()
    guard depth <= PickleLimits().nesting else {
      throw refusal(.exceedsLimit(of: "modules inside each other", expected: depth - 1))
    }
    guard let module = document.node(value), case .module(let className) = module.kind else {
      return
    }
    moduleClasses[path] = className
    let entries = module.children.first.flatMap(document.entries) ?? []
    attributes += entries.count
    guard attributes <= Self.mostAttributes else {
      throw refusal(.exceedsLimit(of: "attributes of modules", expected: Self.mostAttributes))
    }
    for (key, value) in entries {
      guard case .string(let attribute) = key else { continue }
      let name = path.isEmpty ? attribute : "\(path).\(attribute)"
      switch value {
      case .tensor(let index): try add(index, named: name)
      case .node(let index):
        guard case .module = document.nodes[index].kind else { continue }
        try checkLength(of: name)
        try addModule(value, path: name, depth: depth + 1)
      default: continue
      }
    }
  }

  private mutating func add(_ index: Int, named name: String) throws(CheckpointError) {
    try countVisit()
    try checkLength(of: name)
    tensors.append((name, document.tensors[index]))
  }

  private mutating func countVisit() throws(CheckpointError) {
    visits += 1
    guard visits <= Self.longestWalk else {
      throw refusal(.exceedsLimit(of: "modules and tensors", expected: Self.longestWalk))
    }
  }

  private func checkLength(of name: String) throws(CheckpointError) {
    guard name.utf8.count <= Self.longestName else {
      throw refusal(.exceedsLimit(of: "bytes in a tensor's name", expected: Self.longestName))
    }
  }

  private func refusal(_ fault: PickleFault) -> CheckpointError {
    .refusedPickle(file: file, entry: pickle, position: 0, fault: fault)
  }

  /// What the file holds instead of tensors by name.
  private var got: String {
    guard let entries = document.entries(of: document.root), !entries.isEmpty else {
      return document.kind(of: document.root)
    }
    let keys = entries.prefix(6).map { entry in
      if case .string(let text) = entry.key { return "'\(text.printable)'" }
      return document.kind(of: entry.key)
    }
    let list = keys.joined(separator: ", ")
    return "a dictionary without tensors (\(list)\(entries.count > keys.count ? ", …" : ""))"
  }
}

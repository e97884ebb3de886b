/// The allow-list: every name outside the file that a pickle may mention.
///
/// None of them is looked up anywhere. Each stands for something that the machine builds itself.
package enum PickleGlobal: Equatable, Sendable {
  /// `collections.OrderedDict`: a dictionary.
  case orderedDictionary

  /// `torch._utils._rebuild_tensor_v2`: a tensor, from a storage, an offset, a shape and strides.
  case rebuildTensor

  /// `torch._utils._rebuild_parameter`: the tensor that it is given.
  case rebuildParameter

  /// `torch.FloatStorage` and the like: the number format of a storage.
  case storage(TensorDataType)

  /// `torch.jit._pickle.build_intlist` and the like: the list that they are given.
  case buildList

  /// `torch.jit._pickle.restore_type_tag`: the value that it is given.
  case restoreTypeTag

  /// A class `__torch__.….NAME` of a TorchScript archive: a module.
  case moduleClass(String)

  /// Finds a name on the list.
  init?(_ name: String) {
    if let global = Self.fixed[name] {
      self = global
    } else if name.hasPrefix("__torch__.") {
      self = .moduleClass(name)
    } else {
      return nil
    }
  }

  /// The name as Python writes it.
  var name: String {
    if case .moduleClass(let name) = self { return name }
    return Self.fixed.first { $0.value == self }?.key ?? ""
  }

  private static let fixed: [String: PickleGlobal] = [
    "collections.OrderedDict": .orderedDictionary,
    "torch._utils._rebuild_tensor_v2": .rebuildTensor,
    "torch._utils._rebuild_parameter": .rebuildParameter,
    "torch.BoolStorage": .storage(.boolean),
    "torch.ByteStorage": .storage(.uint8),
    "torch.CharStorage": .storage(.int8),
    "torch.ShortStorage": .storage(.int16),
    "torch.IntStorage": .storage(.int32),
    "torch.LongStorage": .storage(.int64),
    "torch.HalfStorage": .storage(.float16),
    "torch.BFloat16Storage": .storage(.bfloat16),
    "torch.FloatStorage": .storage(.float32),
    "torch.DoubleStorage": .storage(.float64),
    "torch.jit._pickle.build_boollist": .buildList,
    "torch.jit._pickle.build_doublelist": .buildList,
    "torch.jit._pickle.build_intlist": .buildList,
    "torch.jit._pickle.build_tensorlist": .buildList,
    "torch.jit._pickle.restore_type_tag": .restoreTypeTag,
  ]
}

import Testing

/// Everything that runs the real binary, one process at a time: a run takes every core by itself.
@Suite("The binary", .serialized, .timeLimit(.minutes(10)))
enum BinaryTests {}

/// Formats that are recognised so that the message can say what to do; none is read.
public enum ForeignFormat: Equatable, Sendable, CaseIterable {
  /// A pickle outside a zip archive, as `torch.save` wrote before PyTorch 1.6.
  case barePickle

  /// A tar archive, as PyTorch wrote before 0.1.10.
  case tar

  /// The text that stands for a file in a repository with Git LFS.
  case gitLFSPointer

  /// A web page, usually of a download that failed.
  case webPage
}

extension ForeignFormat: CustomStringConvertible {
  /// What the format is and how to come by one that is read.
  public var description: String {
    switch self {
    case .barePickle: "a legacy pickle, expected a zip archive; \(Self.conversion)"
    case .tar: "a legacy tar archive, expected a zip archive; \(Self.conversion)"
    case .gitLFSPointer: "a Git LFS pointer, not the file itself; fetch it: git lfs pull"
    case .webPage: "a web page, not a checkpoint; download the file again"
    }
  }

  private static let conversion = """
    convert it: python3 -c "import sys, torch; \
    torch.save(torch.load(sys.argv[1], 'cpu', weights_only=True), sys.argv[2])" OLD NEW
    """
}

public import Foundation

/// What a configuration may depend on beside its text: the environment, the working directory and
/// where the program lies.
///
/// Gathered once at the edge and handed down, so that reading a configuration is a function of its
/// arguments.
public struct Surroundings: Sendable, Equatable {
  /// The environment variables, as `${NAME}` and `~` in paths see them.
  public var environment: [String: String]

  /// The folder that relative paths of options are relative to.
  public var workingDirectory: URL

  /// The program's own file, from which an installation's share folder is found.
  public var executable: URL?

  /// Creates surroundings from their parts.
  public init(environment: [String: String], workingDirectory: URL, executable: URL? = nil) {
    self.environment = environment
    self.workingDirectory = workingDirectory.standardizedFileURL
    self.executable = executable
  }

  /// The surroundings of this process.
  public static var current: Surroundings {
    Surroundings(
      environment: ProcessInfo.processInfo.environment,
      workingDirectory: URL(
        fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true),
      executable: Bundle.main.executableURL?.resolvingSymlinksInPath())
  }

  /// The value of an environment variable; `nil` where it is not set or empty.
  public func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The file that a path given as an option names.
  public func file(at path: String) -> URL {
    workingDirectory.following(path)
  }

  /// The shortest unmistakable way to write a file's path for the person at the terminal: relative to
  /// the working directory where the file lies in it, absolute otherwise.
  public func displayName(of file: URL) -> String {
    let path = file.standardizedFileURL.path
    let folder = workingDirectory.path
    if path == folder { return "." }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}

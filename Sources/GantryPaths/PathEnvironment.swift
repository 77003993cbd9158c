import Glibc

/// Everything outside the arguments that decides where Gantry's files are, as plain values, so that daemon, command line
/// and tests reach the same answer from the same input.
public struct PathEnvironment: Sendable, Equatable {
  /// The variables that are read; others may be present and are ignored.
  public var variables: [String: String]
  /// The effective user id: the owner every directory must have.
  public var userID: UInt32
  /// The directory that relative arguments are resolved against.
  public var currentDirectory: String
  /// Where the system keeps the per-user runtime directories (`<this>/<uid>`).
  public var runtimeRoot: String
  /// The last resort when there is neither a runtime directory nor a home.
  public var temporaryRoot: String

  /// The names of the variables that Gantry's paths depend on.
  public static let names = ["GANTRY_SOCKET", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"]

  /// Makes an environment from explicit values.
  public init(
    variables: [String: String], userID: UInt32, currentDirectory: String = "/", runtimeRoot: String = "/run/user",
    temporaryRoot: String = "/tmp"
  ) {
    self.variables = variables
    self.userID = userID
    self.currentDirectory = currentDirectory
    self.runtimeRoot = runtimeRoot
    self.temporaryRoot = temporaryRoot
  }

  /// The environment of this process.
  public static func current() -> PathEnvironment {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    var directory = "/"
    if let buffer = getcwd(nil, 0) {
      directory = String(cString: buffer)
      free(buffer)
    }
    return PathEnvironment(variables: variables, userID: geteuid(), currentDirectory: directory)
  }

  /// `path` made absolute against the current directory and without `.`, `..` and doubled slashes. Purely textual:
  /// links are not followed, nothing has to exist.
  public func absolute(_ path: String) -> String {
    let full = path.utf8.first == UInt8(ascii: "/") ? path : currentDirectory + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The value of a variable that names a base directory. The XDG specification says that an empty value counts as
  /// unset and a relative one must be ignored.
  func baseDirectory(_ name: String) -> String? {
    guard let value = variables[name], value.utf8.first == UInt8(ascii: "/") else { return nil }
    return absolute(value)
  }
}

import Glibc

/// Why a path cannot be used: what was wrong, where, and what to do next.
public struct PathError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of trouble; stable, for code that branches.
  public enum Code: Sendable, Equatable {
    /// A path that has to be absolute is not.
    case notAbsolute
    /// A socket path is longer than the kernel's address has room for.
    case tooLong
    /// No variable says where the user's files live.
    case noHome
    /// The directory does not exist.
    case missing
    /// Something that is not a directory stands at the path.
    case notADirectory
    /// The last component is a symbolic link, which somebody else could point elsewhere.
    case symbolicLink
    /// The directory belongs to another user.
    case wrongOwner
    /// Group or others may write into the directory.
    case writableByOthers
    /// The system refused an operation; see ``PathError/systemError``.
    case system
  }

  /// The kind of trouble.
  public var code: Code
  /// The path that was looked at.
  public var path: String
  /// The `errno` beneath, when a system call failed.
  public var systemError: Int32?
  /// One or two sentences for people: what happened, and what to do.
  public var description: String

  /// Makes an error from its parts.
  public init(code: Code, path: String, systemError: Int32? = nil, description: String) {
    self.code = code
    self.path = path
    self.systemError = systemError
    self.description = description
  }
}

/// The system's text for an `errno`, with the number for those who search for it.
package func describeErrno(_ number: Int32) -> String {
  // glibc hands out static texts, and a thread-local buffer for numbers it does not know.
  "\(String(cString: strerror(number))) (errno \(number))"
}

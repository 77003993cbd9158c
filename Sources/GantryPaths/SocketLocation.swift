import Glibc

/// Where the daemon listens, and therefore where clients connect. Both sides call the same function.
///
/// In order: the explicit path; `$GANTRY_SOCKET`; `$XDG_RUNTIME_DIR/gantry/gantry.sock`; the same below `/run/user/<uid>`,
/// for cron jobs and services that were started without the variable; then, with a warning,
/// `$HOME/.cache/gantry/gantry.sock`, and without a home `/tmp/gantry-<uid>/gantry.sock`. A runtime directory counts only
/// if it is absolute, owned by the user and of mode 0700.
public struct SocketLocation: Sendable, Equatable {
  /// What decided the path.
  public enum Origin: Sendable, Equatable {
    /// An argument such as `--socket`.
    case explicit
    /// `$GANTRY_SOCKET`.
    case variable
    /// The user's runtime directory.
    case runtimeDirectory
    /// `$HOME/.cache`, for want of a runtime directory.
    case cacheDirectory
    /// The temporary directory, for want of a home.
    case temporaryDirectory
  }

  /// The most bytes a socket path can have: `sun_path` holds 108 with the terminating zero (unix(7)).
  public static let maximumLength = 107

  /// The absolute path of the socket.
  public var path: String
  /// What decided the path.
  public var origin: Origin
  /// Why a fallback was taken, for the log; nil when none was.
  public var warning: String?

  /// The directory the socket lies in.
  public var directory: String {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/" + parent
  }

  /// Whether the directory is Gantry's own, to be created and verified with ``PrivateDirectory``. A path that the user
  /// named lies in a directory of the user's choice.
  public var ownsDirectory: Bool { origin != .explicit && origin != .variable }

  /// Finds the socket path. Nothing is created.
  ///
  /// - Parameters:
  ///   - explicit: the value of an option; relative paths are resolved against the current directory.
  ///   - environment: variables, user and directories.
  /// - Throws: ``PathError`` with `.tooLong` or `.notAbsolute`.
  public static func resolve(
    explicit: String? = nil, in environment: PathEnvironment = .current()
  ) throws(PathError) -> SocketLocation {
    if let explicit, !explicit.isEmpty {
      return try checked(environment.absolute(explicit), .explicit)
    }
    if let variable = environment.variables["GANTRY_SOCKET"], !variable.isEmpty {
      // A relative variable would mean another socket in every directory.
      guard variable.utf8.first == UInt8(ascii: "/") else {
        throw PathError(
          code: .notAbsolute, path: variable,
          description: "GANTRY_SOCKET is '\(variable)', which is not an absolute path. Set it to one, or unset it.")
      }
      return try checked(environment.absolute(variable), .variable)
    }
    let (runtime, reason) = runtimeDirectory(in: environment)
    if let runtime {
      return try checked(runtime + "/gantry/gantry.sock", .runtimeDirectory)
    }
    return try fallback(in: environment, reason: reason)
  }

  private static func runtimeDirectory(in environment: PathEnvironment) -> (path: String?, reason: String) {
    let standard = environment.runtimeRoot + "/" + String(environment.userID)
    guard let value = environment.variables["XDG_RUNTIME_DIR"], !value.isEmpty else {
      let fault = PrivateDirectory.runtimeDirectoryFault(standard, userID: environment.userID)
      return fault == nil ? (standard, "") : (nil, "XDG_RUNTIME_DIR is not set and \(standard) cannot be used")
    }
    guard let path = environment.baseDirectory("XDG_RUNTIME_DIR") else {
      return (nil, "XDG_RUNTIME_DIR is '\(value)', which is not an absolute path")
    }
    if let fault = PrivateDirectory.runtimeDirectoryFault(path, userID: environment.userID) {
      return (nil, "XDG_RUNTIME_DIR cannot be used: \(fault)")
    }
    return (path, "")
  }

  private static func fallback(
    in environment: PathEnvironment, reason: String
  ) throws(PathError) -> SocketLocation {
    if let home = environment.baseDirectory("HOME"), home != "/" {
      let path = home + "/.cache/gantry/gantry.sock"
      if path.utf8.count <= maximumLength {
        return SocketLocation(path: path, origin: .cacheDirectory, warning: note(reason, path))
      }
    }
    let path = "\(environment.temporaryRoot)/gantry-\(environment.userID)/gantry.sock"
    var location = try checked(path, .temporaryDirectory)
    location.warning = note(reason, path)
    return location
  }

  private static func note(_ reason: String, _ path: String) -> String {
    let reason = reason.last == "." ? String(reason.dropLast()) : reason
    return "\(reason); using \(path) instead."
  }

  private static func checked(_ path: String, _ origin: Origin) throws(PathError) -> SocketLocation {
    let length = path.utf8.count
    guard length <= maximumLength else {
      throw PathError(
        code: .tooLong, path: path, systemError: ENAMETOOLONG,
        description: "The socket path \(path) has \(length) bytes; the system allows \(maximumLength). "
          + "Choose a shorter one with --socket or GANTRY_SOCKET.")
    }
    return SocketLocation(path: path, origin: origin, warning: nil)
  }
}

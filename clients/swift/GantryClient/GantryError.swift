import GantryPaths
import Glibc
import JSONRPC

/// Everything that can go wrong between a client and the daemon.
public enum GantryError: Error, Sendable {
  /// No connection could be made. `systemError` is the `errno` (0 when a check before the attempt failed); `hint` says
  /// what to do next.
  case cannotConnect(path: String, systemError: Int32, hint: String)
  /// The daemon answered with an error. Branch on `kind`, never on `message`.
  case rpc(RPCError)
  /// The daemon sent something that is not the protocol; the text says what.
  case protocolViolation(String)
  /// No answer came in time. The request may still be carried out.
  case timeout(method: String, after: Duration)
  /// The connection ended before the answer came. `systemError` is the `errno`, 0 for an orderly end.
  case closed(method: String, systemError: Int32)
  /// The task that made the call was cancelled; the daemon has been told.
  case cancelled(method: String)
}

extension GantryError {
  /// A stable name for the kind of error: the daemon's own for ``rpc(_:)``, else the name of the case.
  public var kind: String {
    switch self {
    case .cannotConnect: "cannotConnect"
    case .rpc(let error): error.kind
    case .protocolViolation: "protocolViolation"
    case .timeout: "timeout"
    case .closed: "closed"
    case .cancelled: "cancelled"
    }
  }

  static func cannotConnect(_ error: PathError) -> GantryError {
    .cannotConnect(path: error.path, systemError: error.systemError ?? 0, hint: error.description)
  }

  static func cannotConnect(path: String, systemError: Int32) -> GantryError {
    let usual = usualPath()
    let start =
      usual == path
      ? "Start the daemon with: gantryd"
      : "Start the daemon with: gantryd --socket '\(path)'"
        + (usual.map { " (Without --socket and GANTRY_SOCKET it is at \($0).)" } ?? "")
    let hint =
      switch systemError {
      case ENOENT: "There is no socket. \(start)"
      case ECONNREFUSED where !isSocket(path), ENOTSOCK:
        "It is no socket. Name the right one with --socket or GANTRY_SOCKET."
          + (usual.map { " Without them it is \($0)." } ?? "")
      case ECONNREFUSED: "Nobody listens there: the daemon that made it is gone. \(start)"
      case EACCES, EPERM: "The socket belongs to another user. Name your own with --socket or GANTRY_SOCKET."
      case EAGAIN: "The daemon does not accept connections; it may be stopped or overloaded. Try again, or restart it."
      case ENOTDIR: "A part of the path is not a directory. Name the right socket with --socket or GANTRY_SOCKET."
      default: start
      }
    return .cannotConnect(path: path, systemError: systemError, hint: hint)
  }

  /// Where a daemon started without options would listen, from whatever shell it is started; nil when there is no such
  /// place.
  private static func usualPath() -> String? {
    var environment = PathEnvironment.current()
    environment.variables["GANTRY_SOCKET"] = nil
    do throws(PathError) {
      return try SocketLocation.resolve(in: environment).path
    } catch {
      return nil
    }
  }

  /// False for what is there and is something else.
  private static func isSocket(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFSOCK
  }
}

extension GantryError: CustomStringConvertible {
  /// What happened, where, and what to do next.
  public var description: String {
    switch self {
    case .cannotConnect(let path, let number, let hint):
      number == 0 ? hint : "Cannot connect to \(path): \(describeErrno(number)). \(hint)"
    case .rpc(let error):
      error.message
    case .protocolViolation(let reason):
      "The daemon broke the protocol: \(reason). Client and daemon may be of different versions; compare 'gantry ping'."
    case .timeout(let method, let duration):
      "No answer to \(method) within \(Self.seconds(duration)). Ask again, or allow more time with --timeout."
    case .closed(let method, 0):
      "The daemon closed the connection before it answered \(method). See the daemon's log, then try again."
    case .closed(let method, let number):
      "The connection broke before \(method) was answered: \(describeErrno(number)). Try again."
    case .cancelled(let method):
      "The call of \(method) was cancelled."
    }
  }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if attoseconds == 0 { return "\(seconds) s" }
    return "\(Double(seconds) + Double(attoseconds) / 1e18) s"
  }
}

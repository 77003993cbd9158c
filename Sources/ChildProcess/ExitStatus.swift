import Glibc

/// How a child ended.
public enum ExitStatus: Hashable, Sendable {
  /// It called `exit` with this code, 0…255.
  case exited(Int32)
  /// This signal ended it.
  case signalled(Int32)

  /// Reads the status word of `waitpid`.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signalled(signal)
  }

  public var isSuccess: Bool { self == .exited(0) }

  /// The exit code as shells show it: `128 + n` when signal n ended the child.
  public var code: Int32 {
    switch self {
    case .exited(let code): code
    case .signalled(let signal): 128 + signal
    }
  }
}

extension ExitStatus: CustomStringConvertible {
  public var description: String {
    switch self {
    case .exited(let code): "exited with code \(code)"
    case .signalled(let signal): "was ended by signal \(signal)"
    }
  }
}

import Glibc

/// Why a child could not be started, or had to be ended.
///
/// A child that ends by itself with a failure is no error of this kind: its `ExitStatus` says so.
public struct ChildProcessError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// An argument or a variable holds a NUL byte, or the executable is not an absolute path.
    case invalidCommand
    /// The program does not exist or may not be run.
    case executableUnusable
    /// The working directory does not exist or may not be entered.
    case workingDirectoryUnusable
    /// The system refused to start one more process, or the pipes for it.
    case spawnFailed
    /// The deadline passed, and the child was ended.
    case timedOut
    /// It was cancelled, and the child was ended.
    case cancelled
    /// It wrote more than was allowed, and was ended.
    case outputTooLarge
    /// It closed its output in the middle of a conversation.
    case endedEarly
    /// Reading from it or waiting for it failed.
    case ioFailed
  }

  public var code: Code
  /// Path of the program.
  public var executable: String
  /// What was being done or is wrong, for a person; may be empty.
  public var context: String
  /// The system's error number beneath, when there is one.
  public var errnoValue: Int32?
  /// How the child ended, when it was started.
  public var status: ExitStatus?
  /// The last bytes that it wrote to stderr.
  public var stderrTail: [UInt8]
  /// Numbers of processes of the child's tree that could not be ended: they hang in the kernel, or run as another user.
  /// Empty when the whole tree is gone.
  public var survivors: [Int32]

  public init(
    _ code: Code, executable: String, context: String = "", errnoValue: Int32? = nil, status: ExitStatus? = nil,
    stderrTail: [UInt8] = [], survivors: [Int32] = []
  ) {
    self.code = code
    self.executable = executable
    self.context = context
    self.errnoValue = errnoValue
    self.status = status
    self.stderrTail = stderrTail
    self.survivors = survivors
  }
}

extension ChildProcessError: CustomStringConvertible {
  public var description: String {
    var text: String
    switch code {
    case .invalidCommand: text = "\(executable) cannot be started"
    case .executableUnusable: text = "\(executable) cannot be run"
    case .workingDirectoryUnusable: text = "\(executable) cannot start in its working directory"
    case .spawnFailed: text = "the system did not start \(executable)"
    case .timedOut: text = "\(executable) did not end in time and was stopped"
    case .cancelled: text = "\(executable) was stopped because its work was cancelled"
    case .outputTooLarge: text = "\(executable) wrote more than allowed and was stopped"
    case .endedEarly: text = "\(executable) ended in the middle of a conversation"
    case .ioFailed: text = "talking to \(executable) failed"
    }
    if !context.isEmpty { text += ": \(context)" }
    if let errnoValue { text += " (\(String(cString: strerror(errnoValue))))" }
    if !survivors.isEmpty {
      text += "; processes of it that could not be ended: \(survivors.map(String.init).joined(separator: ", "))"
    }
    return text
  }
}

import Glibc
import JobModel

/// The errors of the built-in work. Kinds are stable; texts say what happened, where, and what to do next.
extension JobError {
  static func urlNotAllowed(_ url: String, _ reason: String) -> JobError {
    JobError(kind: "urlNotAllowed", message: "The source '\(Redaction.redact(source: url))' cannot be used: \(reason).")
  }

  static func pathNotFound(_ path: String, _ reason: String) -> JobError {
    JobError(
      kind: "pathNotFound",
      message: "The project's directory \(path) cannot be read: \(reason). Restore it, or delete the project.")
  }

  /// The daemon is out of something that it needs to look at a file at all.
  static func exhausted(_ number: Int32, reading path: String) -> JobError {
    let said = String(cString: strerror(number)).lowercased()
    return JobError(
      kind: "resourcesExhausted",
      message: "The daemon could not look at \(path): \(said). This says nothing about the project. Try again; if it "
        + "stays so, raise the daemon's limit of open files (LimitNOFILE= of its service, or ulimit -n) or lower workers.",
      isRetryable: true)
  }

  static func notARepository(_ path: String, _ reason: String) -> JobError {
    JobError(kind: "notARepository", message: "\(path) is not a git repository: \(reason).", step: "resolving")
  }

  static let fileUnreadableKind = "fileUnreadable"

  /// A file that was listed but cannot be read any more, or must not be. The rest of the tree can.
  static func fileUnreadable(_ path: String, _ reason: String) -> JobError {
    JobError(kind: fileUnreadableKind, message: "The file \(path) cannot be read: \(reason).", isRetryable: true)
  }

  static func stateUnusable(_ path: String, _ reason: String, step: String) -> JobError {
    JobError(
      kind: "storageUnavailable",
      message: "\(path) cannot be used: \(reason). Check that the state directory exists, is writable and has room.",
      step: step, isRetryable: true)
  }
}

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

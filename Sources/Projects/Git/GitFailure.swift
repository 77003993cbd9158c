import ChildProcess
import Glibc
import JobModel

/// Turns the ways that git can fail into errors that help.
enum GitFailure {
  /// Lines of git's stderr that an error keeps.
  static let tailLines = 12

  /// The error for a fetch that was ended at the size limit.
  static func tooLarge(_ limit: UInt64, _ error: JobError, _ call: GitCall) -> JobError {
    JobError(
      kind: "repositoryTooLarge",
      message: "The newest commit of the repository packs to more than the limit of \(limit) bytes. "
        + "Use a local clone of it as the source instead.",
      step: call.step, exitCode: error.exitCode, stderrTail: error.stderrTail)
  }

  static func error(_ error: ChildProcessError, _ call: GitCall) -> JobError {
    let tail = tail(error.stderrTail)
    switch error.code {
    case .cancelled: return .cancelled
    case .timedOut:
      return JobError(
        kind: "gitTimedOut",
        message: "git did not finish \(call.step) within \(Int(call.timeout)) seconds and was stopped. "
          + "Try again, or raise git.timeout_seconds in the configuration.",
        step: call.step, exitCode: error.status?.code, stderrTail: tail, isRetryable: true)
    case .executableUnusable, .invalidCommand:
      return JobError(
        kind: "gitMissing",
        message: "git could not be started: \(error). Install git, or name it in the configuration.", step: call.step)
    case .workingDirectoryUnusable: return .pathNotFound(error.context, reason(error.errnoValue))
    case .outputTooLarge:
      return JobError(
        kind: "repositoryTooLarge",
        message: "git printed more than \(call.outputLimit) bytes while \(call.step). "
          + "The repository has too many files; leave out what is generated with .gitignore.",
        step: call.step, stderrTail: tail)
    case .spawnFailed, .ioFailed, .endedEarly:
      return JobError(
        kind: "gitFailed", message: "git failed while \(call.step): \(error).", step: call.step,
        exitCode: error.status?.code, stderrTail: tail, isRetryable: true)
    }
  }

  static func error(_ status: ExitStatus, stderr: [UInt8], _ call: GitCall) -> JobError {
    let tail = tail(stderr)
    let isRemote = call.transports != .none
    let diagnosis = GitDiagnosis.all.first { diagnosis in
      (isRemote || !diagnosis.isAboutRemote) && diagnosis.signs.contains { tail.contains($0) }
    }
    let said = summary(tail)
    return JobError(
      kind: diagnosis?.kind ?? "gitFailed",
      message: "git failed while \(call.step): it \(status)\(said.isEmpty ? "" : " and said \"\(said)\"")."
        + (diagnosis.map { " " + $0.advice } ?? ""),
      step: call.step, exitCode: status.code, stderrTail: tail,
      isRetryable: diagnosis?.isRetryable ?? isRemote)
  }

  /// The last lines of what a program wrote, redacted, without control characters and overwritten progress lines.
  static func tail(_ bytes: [UInt8]) -> String {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
      let shown = line.split(separator: UInt8(ascii: "\r")).last ?? []
      let clean = shown.filter { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
      let text = String(decoding: clean.prefix(500), as: UTF8.self)
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
    return Redaction.redact(lines.suffix(tailLines).joined(separator: "\n"))
  }

  /// The line that names the cause.
  private static func summary(_ tail: String) -> String {
    let lines = tail.split(separator: "\n")
    let line = lines.first { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last ?? ""
    return String(line.prefix(300))
  }

  private static func reason(_ number: Int32?) -> String {
    number.map { String(cString: strerror($0)).lowercased() } ?? "unknown reason"
  }
}

import ChildProcess
import Glibc
import JobModel

/// What the end of a program means for its job.
enum CommandFailure {
  /// Exit codes of <sysexits.h> after which running the same job again cannot help.
  private static let permanentCodes: Set<Int32> = [EX_USAGE, EX_DATAERR, EX_CONFIG]

  /// The failure that an end stands for; nil when the program did its work.
  ///
  /// - Parameter said: what the program itself says went wrong.
  static func error(_ ended: ChildOutput, said: JobError?, of job: Job) -> JobError? {
    if ended.status.isSuccess, said == nil { return nil }
    var error =
      said
      ?? JobError(
        kind: "commandFailed",
        message: "The program of job type '\(job.type)' \(ended.status). \(advice(ended.status, job.id))",
        isRetryable: isRetryable(ended.status))
    error.exitCode = ended.status.code
    let tail = String(decoding: ended.stderrTail, as: UTF8.self)
    if !tail.isEmpty { error.stderrTail = tail }
    return error
  }

  /// The failure of a program that could not be started, or was ended.
  static func error(_ error: ChildProcessError, type: String) -> JobError {
    switch error.code {
    case .cancelled: return .cancelled
    case .executableUnusable, .invalidCommand, .workingDirectoryUnusable:
      return JobError(
        kind: "commandUnusable",
        message: "Job type '\(type)': \(error). Correct command or working_directory of [job_types.\(type)] in the "
          + "configuration, or install the program; then retry the job.")
    default:
      return JobError(
        kind: "commandFailed", message: "Job type '\(type)': \(error).", exitCode: error.status?.code,
        isRetryable: true)
    }
  }

  private static func isRetryable(_ status: ExitStatus) -> Bool {
    guard case .exited(let code) = status else { return true }
    return !permanentCodes.contains(code)
  }

  private static func advice(_ status: ExitStatus, _ job: JobID) -> String {
    (isRetryable(status) ? "" : "It says that trying again cannot help. ") + "Its log says more (gantry logs \(job))."
  }
}

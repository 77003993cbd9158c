import ChildProcess
import JSON
import JobModel

/// Runs the program behind an own job type: the job goes in as one line of JSON, and what the program writes is its
/// progress, its log and its result. PROTOCOL.md, "Own job types", is the contract.
public struct CommandHandler: JobHandler {
  private let settings: CommandSettings

  /// Largest result, in bytes of JSON.
  public static let maximumResult = 1 << 20

  /// Bytes kept of one line: room for a result that is just too large, and what encloses it.
  private static let lineLimit = maximumResult + 4096

  public init(_ settings: CommandSettings) {
    self.settings = settings
  }

  public var type: String { settings.type }

  public var needsProject: Bool { false }

  public func run(_ work: JobWork, _ context: any JobContext) throws(JobError) -> JobOutput {
    let listener = CommandListener(context)
    let ended: ChildOutput
    do throws(ChildProcessError) {
      ended = try command(work).stream(
        lineLimit: Self.lineLimit, limits: OutputLimits(stderrTail: 4 << 10),
        supervision: Supervision(isCancelled: { context.isCancelled }, killGrace: settings.killGraceSeconds),
        onErrors: { context.log(Array($0)) }, onLine: { listener.take($0) })
    } catch {
      throw CommandFailure.error(error, type: type)
    }
    if !ended.survivors.isEmpty {
      context.log("gantry: processes that could not be ended: \(ended.survivors)\n")
    }
    if let error = CommandFailure.error(ended, said: listener.error, of: work.job) { throw error }
    return JobOutput(result: try listener.result(type: type))
  }

  private func command(_ work: JobWork) -> ChildCommand {
    let job = work.job
    var environment = settings.environment
    environment["GANTRY_JOB_ID"] = "\(job.id)"
    environment["GANTRY_JOB_TYPE"] = job.type
    environment["GANTRY_ATTEMPT_NUMBER"] = "\(job.attempt)"
    // A project elsewhere has no path on this machine.
    if let project = work.project, project.kind == .local { environment["GANTRY_PROJECT_PATH"] = project.source }
    return ChildCommand(
      settings.executable, settings.arguments, environment: environment, workingDirectory: settings.workingDirectory,
      input: .bytes(Self.input(work)), marker: settings.marker?.appending("\(job.id)"))
  }

  /// The line that the program reads.
  static func input(_ work: JobWork) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: work.job.payload.utf8.count + 512)
    writer.beginObject()
    writer.member("job_id", "\(work.job.id)")
    writer.member("type", work.job.type)
    writer.key("project")
    if let project = work.project {
      writer.beginObject()
      writer.member("id", "\(project.id)")
      writer.member("source", project.source)
      writer.member("name", project.name)
      writer.member("path", project.kind == .local ? project.source : nil)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.member("attempt", work.job.attempt)
    writer.key("payload")
    // Was checked when it came in. A client may have sent it over several lines; here it is one.
    writer.raw(work.job.payload.utf8.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? 0x20 : $0 })
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

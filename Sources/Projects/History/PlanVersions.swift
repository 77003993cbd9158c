import ChildProcess
import JobModel

/// Reads versions of a file by object id, all through one `git cat-file --batch`.
final class PlanVersions {
  /// Why a version could not be read.
  enum Failure: Error {
    case missing
    case overLimit(String)
    case git(JobError)
  }

  private let git: GitRunner
  private let call: GitCall
  private let isCancelled: @Sendable () -> Bool
  private let limits: HistoryLimits
  private let planLimits: PlanLimits
  private let table: TaskTable
  private var process: InteractiveProcess?
  private var known: [String: Version] = [:]
  private var bytes = 0
  private var tasks = 0

  /// What a version says, without its text.
  struct Version {
    var keys: [TaskKey]
    var progress: PlanProgress
  }

  init(
    _ git: GitRunner, place: GitCall.Place, timeout: Double, limits: HistoryLimits, planLimits: PlanLimits = .default,
    table: TaskTable, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.git = git
    call = GitCall(step: "reading history", place: place, arguments: ["cat-file", "--batch"], timeout: timeout)
    self.limits = limits
    self.planLimits = planLimits
    self.table = table
    self.isCancelled = isCancelled
  }

  /// Reads one version, or remembers it: a plan that goes back to an earlier content has that content once.
  ///
  /// - Parameter path: what the file was called then, which tells dialects apart.
  func read(_ oid: String, path: String) throws(Failure) -> Version {
    let key = oid + path
    if let version = known[key] { return version }
    guard bytes < limits.bytes else {
      throw .overLimit("their content is larger than \(limits.bytes >> 20) MiB together")
    }
    guard tasks < limits.tasks else { throw .overLimit("they hold more than \(limits.tasks) tasks together") }
    let content: [UInt8]?
    do throws(ChildProcessError) {
      content = try blob(oid, from: try conversation())
    } catch {
      throw .git(GitFailure.error(error, call))
    }
    guard let content else { throw .missing }
    bytes += content.count
    let document = PlanParser.parse(content, path: path, limits: planLimits)
    let version = Version(keys: table.keys(of: document), progress: PlanProgress(document))
    tasks += version.keys.count
    known[key] = version
    return version
  }

  private func conversation() throws(ChildProcessError) -> InteractiveProcess {
    if let process { return process }
    do throws(JobError) {
      let started = try git.converse(call, isCancelled: isCancelled)
      process = started
      return started
    } catch {
      throw ChildProcessError(.spawnFailed, executable: git.executable, context: error.message)
    }
  }

  /// Nil when there is no such blob.
  private func blob(_ oid: String, from process: InteractiveProcess) throws(ChildProcessError) -> [UInt8]? {
    try process.write(Array("\(oid)\n".utf8))
    let header = String(decoding: try process.readLine(), as: UTF8.self).split(separator: " ")
    guard header.count == 3, let size = Int(header[2]), size >= 0 else { return nil }
    let isBlob = header[1] == "blob"
    // One byte more than is parsed, so that the parser sees that there is more.
    let bytes = try process.read(exactly: isBlob ? min(size, planLimits.fileBytes + 1) : 0)
    try process.skip(size - bytes.count + 1)
    return isBlob ? bytes : nil
  }
}

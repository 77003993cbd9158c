import ArgumentParser
import GantryPaths
import GantryProtocol
import JSON

struct Cleanup: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "cleanup",
    abstract: "Delete ended jobs.",
    discussion: """
      The daemon does it by itself with what is older than its [retention]; this does it at once. Jobs that wait or run \
      are never touched.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "Days since a job's end. Default: what the daemon's configuration says.") var olderThan: Double?
  @Option(help: "Only jobs with this status: completed, failed or cancelled. May be given more than once.")
  var status: [String] = []
  @Flag(help: "Delete ended jobs of every age.") var all = false
  @Flag(help: "Only count them.") var dryRun = false

  func validate() throws {
    if all, olderThan ?? 0 > 0 { throw ValidationError("--all is of every age; give either it or --older-than.") }
  }

  func run(in session: Session) throws {
    let params = CleanupJobs.Params(
      olderThanDays: olderThan, statuses: status.isEmpty ? nil : status.map { JobStatusName(rawValue: $0) },
      dryRun: dryRun ? true : nil, all: all ? true : nil)
    try session.show(session.call(CleanupJobs.self, params, timeout: global.patience)) { result in
      let count = result.number("deleted") ?? 0
      let jobs = count == 1 ? "1 job" : "\(count) jobs"
      return [dryRun ? "\(jobs) would be deleted." : "\(jobs) deleted."]
    }
  }
}

struct MakeBackup: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a copy of the daemon's database.",
    discussion: """
      The daemon goes on meanwhile, and the copy is checked before it gets its name. To restore it: stop gantryd, remove \
      gantry.db, gantry.db-wal and gantry.db-shm in its state directory, and copy the backup there as gantry.db.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The file to write; there must be nothing yet.", completion: .file()) var path: String

  func run(in session: Session) throws {
    let path = PathEnvironment.current().absolute(self.path)
    try session.show(session.call(Backup.self, .init(path: path), timeout: global.patience)) { result in
      ["\(result.number("jobs") ?? 0) jobs, \(result.number("bytes") ?? 0) bytes, checked: \(path)"]
    }
  }
}

struct VerifyDatabase: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look for damage in the daemon's database.",
    discussion: "Exits with 0 if all is well, 1 if not.")

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let answer = try session.call(Verify.self, .init(), timeout: global.patience)
    let result = try answer.value()
    let jobs = result["checked"]?.number("jobs") ?? 0
    if result["ok"]?.boolValue == true {
      return try session.show(answer) { _ in ["All is well with \(jobs) jobs."] }
    }
    if session.global.json { try session.show(answer) { _ in [] } }
    let problems = result.list("problems").compactMap(\.stringValue)
    throw Failure(
      .refused, kind: "notInOrder",
      message: "The database is not in order. Keep a copy of the state directory, then restore a backup.\n"
        + problems.map { "  " + $0 }.joined(separator: "\n"), data: ["problems": result["problems"] ?? .null])
  }
}

extension GlobalOptions {
  /// How long to wait for work that takes as long as the database is large.
  fileprivate var patience: Duration { timeout.map { .seconds($0) } ?? .seconds(86_400) }
}

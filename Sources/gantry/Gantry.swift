import ArgumentParser
import GantryClient
import GantryPaths
import Glibc

@main
struct Gantry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gantry",
    abstract: "Talks to gantryd, the local job daemon.",
    discussion: """
      Every command takes --socket, --json and --timeout. With --json the result is one line of JSON on standard \
      output, and an error one line of JSON on standard error.

      Exit status: 0 done, 1 the daemon refused or the job failed, 2 wrong usage, 3 cannot connect, \
      4 not the protocol, 5 no answer in time.
      """,
    version: GantryClientVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Projects",
        subcommands: [
          Refresh.self, Watch.self, Unwatch.self, ShowProject.self, Projects.self, Plan.self, ShowProgress.self,
          Skills.self, History.self,
        ]),
      CommandGroup(
        name: "Jobs",
        subcommands: [
          RunJob.self, Status.self, Explain.self, Jobs.self, Logs.self, Wait.self, Cancel.self, Retry.self,
          Cleanup.self,
          Events.self, Schedules.self,
        ]),
      CommandGroup(
        name: "Daemon",
        subcommands: [
          Queue.self, Pause.self, Resume.self, ShowHealth.self, ShowMetrics.self, MakeBackup.self,
          VerifyDatabase.self, PingDaemon.self, SocketPath.self, Call.self,
        ]),
    ])

  static func main() {
    // A reader that goes away shows up as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    let hoisted = GlobalOptions.hoisted(
      Array(CommandLine.arguments.dropFirst()), groups: [Schedules.configuration.commandName ?? ""])
    let arguments = GlobalOptions.negativesJoined(hoisted)
    var isNamed: ((String) -> String)?
    do {
      try checkCommand(arguments)
      var command = try parseAsRoot(arguments)
      if let command = command as? any DaemonCommand { isNamed = command.typedName }
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .success {
        // Help and version are results, not errors.
        Terminal.current().print(fullMessage(for: error))
        return
      }
      Failure(error, usage: { fullMessage(for: error) }, typedNames: isNamed)
        .report(asJSON: arguments.contains("--json"))
    }
  }
}

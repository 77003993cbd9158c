import ArgumentParser
import GantryProtocol
import Glibc
import JSON

struct Logs: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a job has said.",
    discussion: "With --json each page is one line, with its text and offsets.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String
  @Flag(name: .shortAndLong, help: "Go on until the job has ended.") var follow = false

  /// Seconds that one look for more waits, unless the job ends meanwhile.
  private static let pause = 0.3

  func run(in session: Session) throws {
    var offset: Int64 = 0
    while true {
      let answer = try session.call(GetJobLogs.self, .init(jobID: job, offset: offset, limit: 1 << 18))
      let page = try answer.value()
      let next = page.number("next_offset") ?? offset
      let isNew = next > (page.number("offset") ?? offset)
      if global.json {
        if isNew || !follow { session.terminal.print(answer.raw.text) }
      } else {
        if let first = page.number("offset"), first > offset {
          session.terminal.complain("[\(first - offset) bytes are no longer kept]")
        }
        show(page.text("text") ?? "", on: session.terminal)
      }
      if page["done"]?.boolValue == true { return }
      offset = max(next, page.number("offset") ?? offset)
      if isNew { continue }
      guard follow else { return }
      _ = try session.call(WaitJob.self, .init(jobID: job, timeoutSeconds: Self.pause))
    }
  }

  /// As it is for programs; for people without what could steer their terminal.
  private func show(_ text: String, on terminal: Terminal) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = terminal.outputIsTerminal ? lines.map { printable(String($0)) }.joined(separator: "\n") : text
    Terminal.write(shown, to: STDOUT_FILENO)
  }
}

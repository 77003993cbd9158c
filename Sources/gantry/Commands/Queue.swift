import ArgumentParser
import GantryProtocol

struct Queue: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Show how much work there is, and who does it.")

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    try session.show(session.call(QueueStatus.self, .init())) { QueueView.lines($0, session.terminal) }
  }
}

import ArgumentParser
import GantryProtocol
import JSON

struct Queue: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Show how much work there is, and who does it.")

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    try session.show(session.call(QueueStatus.self, .init())) { QueueView.lines($0, session.terminal) }
  }
}

struct Pause: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start no more jobs.", discussion: "What runs goes on. Holds over restarts, until: gantry resume")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Only jobs of this type.") var type: String?

  static var names: [String: String] { ["type": "TYPE"] }

  func run(in session: Session) throws {
    try session.show(session.call(PauseQueue.self, .init(type: type))) { QueueView.paused($0, global) }
  }
}

struct Resume: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Start jobs again.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Only jobs of this type; undoes: gantry pause TYPE") var type: String?

  static var names: [String: String] { ["type": "TYPE"] }

  func run(in session: Session) throws {
    try session.show(session.call(ResumeQueue.self, .init(type: type))) { QueueView.paused($0, global) }
  }
}

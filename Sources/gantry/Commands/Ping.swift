import ArgumentParser
import GantryClient
import GantryProtocol
import JSON

struct PingDaemon: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "ping", abstract: "Ask whether the daemon is there, and which version it has.")

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    if global.json { return try session.show(session.call(Ping.self, .init())) { _ in [] } }
    let clock = ContinuousClock()
    let start = clock.now
    _ = try session.call(Ping.self, .init())
    let took = clock.now - start
    let params = Hello.Params(clientName: "gantry", clientVersion: GantryClientVersion.current)
    let hello = try session.call(Hello.self, params).value()
    let microseconds = took.components.attoseconds / 1_000_000_000_000 + took.components.seconds * 1_000_000
    session.show([
      printable(
        "\(hello.text("server") ?? "The daemon") \(hello.text("server_version") ?? "") answered in "
          + "\(microseconds) µs (protocol \(hello.text("protocol") ?? "unknown")).")
    ])
  }
}

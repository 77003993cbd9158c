import ArgumentParser
import GantryPaths

struct SocketPath: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the path of the socket, without using it.")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let location = try global.location()
    let terminal = Terminal.current()
    if let warning = location.warning { terminal.complain("gantry: \(printable(warning))") }
    terminal.print(location.path)
  }
}

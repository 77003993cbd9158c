import ArgumentParser
import GantryServer

/// `gantryd check-config`: everything that is wrong with the file, or what would be in effect.
struct CheckConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config",
    abstract: "Checks the configuration file, and shows what is in effect.",
    discussion: """
      Takes the options of the daemon, which win over the file here too. Exits with 0, or with 1 and a line \
      FILE:LINE: KEY: WHAT for each mistake. What is shown on standard output is a file that says the same. Programs and directories that are missing are warned of.
      """)

  @OptionGroup var options: Options

  func run() throws {
    let loaded: LaunchOptions.Loaded
    let launch = try options.launch()
    do {
      loaded = try launch.load()
    } catch let error as ConfigurationError {
      Main.fail(error.description, code: 1)
    }
    let check = ConfigurationCheck(loaded)
    let name = loaded.path ?? "no configuration file"
    for line in check.summary { print(line) }
    Main.complain("\(name): ok")
    for warning in check.warnings { Main.complain("\(name): warning: \(warning)") }
  }
}

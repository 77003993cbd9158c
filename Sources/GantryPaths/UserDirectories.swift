/// The daemon's own directories, after the XDG base directory specification.
public enum UserDirectories {
  /// Where the database, the mirrors and the logs live: the explicit directory, else `$XDG_STATE_HOME/gantry`, else
  /// `$HOME/.local/state/gantry`. Nothing is created; see ``PrivateDirectory/ensure(_:)``.
  ///
  /// - Throws: ``PathError`` with `.noHome` when nothing names a place.
  public static func state(
    explicit: String? = nil, in environment: PathEnvironment = .current()
  ) throws(PathError) -> String {
    try resolve(explicit, variable: "XDG_STATE_HOME", below: ".local/state", option: "--state", environment)
  }

  /// Where the configuration file is looked for: `$XDG_CONFIG_HOME/gantry`, else `$HOME/.config/gantry`.
  ///
  /// - Throws: ``PathError`` with `.noHome` when nothing names a place.
  public static func configuration(in environment: PathEnvironment = .current()) throws(PathError) -> String {
    try resolve(nil, variable: "XDG_CONFIG_HOME", below: ".config", option: "--config", environment)
  }

  private static func resolve(
    _ explicit: String?, variable: String, below: String, option: String, _ environment: PathEnvironment
  ) throws(PathError) -> String {
    if let explicit, !explicit.isEmpty { return environment.absolute(explicit) }
    if let base = environment.baseDirectory(variable) { return environment.absolute(base + "/gantry") }
    guard let home = environment.baseDirectory("HOME") else {
      throw PathError(
        code: .noHome, path: "",
        description: "Neither \(variable) nor HOME is set to an absolute path. Set one of them, or pass \(option).")
    }
    return environment.absolute("\(home)/\(below)/gantry")
  }
}

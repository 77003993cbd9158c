nonisolated extension ServerConfiguration.JobTypeSettings {
  /// Keys that say how an own type is run; a built-in one is run by the daemon itself.
  private static let ownKeys = ["command", "environment", "working_directory", "external"]

  /// Reads `[job_types.NAME]`; `defaults` are those of `[queue]`.
  init(name: String, reading section: inout ConfigurationSection, defaults: ServerConfiguration.Queue) {
    self.init(name: name)
    if !Self.isValidName(name) {
      section.problem(
        nil, "a job type's name is a lower-case letter, then up to 63 of a-z, 0-9, '_', '.' and '-'")
    }
    timeoutSeconds = section.number("timeout_seconds", in: ConfigurationRange.runSeconds)
    concurrency = section.int("concurrency", in: 1...1024)
    maxRetries = section.int("max_retries", in: ConfigurationRange.retries)
    retryBaseSeconds = section.number("retry_base_seconds", in: ConfigurationRange.retrySeconds)
    retryCapSeconds = section.number("retry_cap_seconds", in: ConfigurationRange.retrySeconds)
    section.checkRetries(
      base: retryBaseSeconds ?? defaults.retryBaseSeconds, cap: retryCapSeconds ?? defaults.retryCapSeconds)
    onePerProject = section.bool("one_per_project") ?? false
    let hasCommand = section.has("command")
    readCommand(&section)
    environment = section.strings("environment") ?? []
    for variable in environment where !Self.isValidVariable(variable) {
      section.problem(
        "environment", "'\(variable)' is no variable's name: a letter or '_', then letters, digits and '_'")
    }
    workingDirectory = section.absolutePath("working_directory")
    let saysExternal = section.bool("external")
    external = saysExternal ?? false
    if isBuiltIn {
      for key in Self.ownKeys where section.has(key) {
        section.problem(key, "'\(name)' is built in, and cannot be told how it is run")
      }
    } else if external {
      for key in Self.ownKeys.dropLast() where section.has(key) {
        section.problem(key, "an external type is run by workers over the socket; leave this out, or external")
      }
    } else if !hasCommand, saysExternal != nil || !section.has("external") {
      section.problem(
        nil, "needs a command = [\"/path/to/program\", …], or external = true for workers over the socket")
    }
    section.finish()
  }

  private mutating func readCommand(_ section: inout ConfigurationSection) {
    guard let argv = section.strings("command") else { return }
    guard let program = argv.first else {
      return section.problem("command", "must hold at least the program")
    }
    guard program.utf8.first == UInt8(ascii: "/") else {
      return section.problem("command", "starts with \"\(program)\", and must start with a program's absolute path")
    }
    command = argv
  }

  /// `^[a-z][a-z0-9_.-]{0,63}$`
  static func isValidName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLower(first), name.utf8.count <= 64 else { return false }
    return name.utf8.allSatisfy { isLower($0) || isDigit($0) || [0x5F, 0x2E, 0x2D].contains($0) }
  }

  /// `^[A-Za-z_][A-Za-z0-9_]*$`, as POSIX.1-2017 (8.1) has it, and lower case besides.
  static func isValidVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, !isDigit(first) else { return false }
    return name.utf8.allSatisfy { isLower($0 | 0x20) || isDigit($0) || $0 == 0x5F }
  }

  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

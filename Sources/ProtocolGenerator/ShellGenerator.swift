/// Writes `clients/shell/verbs.sh`: a function for each method that has a verb.
struct ShellGenerator {
  let document: ProtocolDocument

  func text() -> String {
    var text = """
      # shellcheck shell=sh
      # Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
      #
      # One function for each method. The first arguments are the parameters named in its comment; the rest are
      # key=text and key:=json, as for gantry_params.


      """
    for method in document.methods {
      guard let cli = method.cli else { continue }
      let function = "gantry_" + cli.verb.replacingHyphens()
      let usage = ([function] + cli.arguments.map { $0.uppercased() } + ["[KEY=VALUE]..."]).joined(separator: " ")
      text += "# \(method.summary)\n# \(usage)\n\(function)() {\n"
      if !cli.arguments.isEmpty {
        text += "  [ $# -ge \(cli.arguments.count) ] || { _gantry_fail usage 'Usage: \(usage)'; return 2; }\n"
        text += shifted(cli.arguments)
      }
      text += "  gantry_call \(method.name) \"$(gantry_params \"$@\")\"\n}\n\n"
    }
    return String(text.dropLast())
  }

  /// Turns the first positional arguments into named ones, which keeps any value safe from the shell.
  private func shifted(_ names: [String]) -> String {
    var text = ""
    for (index, name) in names.enumerated() { text += "  _gantry_argument_\(index + 1)=\(name)=$\(index + 1)\n" }
    text += "  shift \(names.count)\n  set --"
    for index in names.indices { text += " \"$_gantry_argument_\(index + 1)\"" }
    return text + " \"$@\"\n"
  }
}

extension String {
  /// Names of shell functions have underscores.
  fileprivate func replacingHyphens() -> String {
    String(map { $0 == "-" ? "_" : $0 })
  }
}

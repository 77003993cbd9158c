/// The few styles of the command line's output.
enum Style: String {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case good = "32"
  case busy = "36"
  case warning = "33"
  case bad = "31"

  /// The style in which a job's status is shown.
  static func status(_ status: String) -> Style {
    switch status {
    case "completed": .good
    case "processing": .busy
    case "failed": .bad
    case "cancelled": .warning
    default: .plain
    }
  }
}

extension Terminal {
  /// `text` in a style, or as it is where colours are not welcome.
  func styled(_ text: String, _ style: Style) -> String {
    usesColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

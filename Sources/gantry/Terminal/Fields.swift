/// Labels and values, one pair a line, the values aligned.
struct Fields {
  private var pairs: [(label: String, value: Table.Cell)] = []

  /// Adds a line, unless there is nothing to say.
  mutating func add(_ label: String, _ value: String?, _ style: Style = .plain) {
    if let value { pairs.append((label, Table.Cell(value, style))) }
  }

  /// The lines to print.
  func lines(for terminal: Terminal) -> [String] {
    let width = pairs.reduce(0) { max($0, DisplayWidth.of($1.label)) }
    return pairs.map { pair in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(pair.label) + 2)
      return terminal.styled(pair.label, .dim) + padding + terminal.styled(pair.value.text, pair.value.style)
    }
  }
}

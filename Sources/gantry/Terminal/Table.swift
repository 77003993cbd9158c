/// Rows of cells in aligned columns.
struct Table {
  /// One column.
  struct Column {
    var title: String
    var alignsRight = false
    /// Whether this column gives way when the terminal is too narrow.
    var shrinks = false

    init(_ title: String, alignsRight: Bool = false, shrinks: Bool = false) {
      self.title = title
      self.alignsRight = alignsRight
      self.shrinks = shrinks
    }
  }

  /// One cell: untrusted text, and how it looks.
  struct Cell: ExpressibleByStringInterpolation {
    var text: String
    var style: Style

    init(_ text: String?, _ style: Style = .plain) {
      self.text = printable(text ?? "-")
      self.style = style
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []

  init(_ columns: Column...) { self.columns = columns }

  /// Whether there is nothing to show.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; it has as many cells as there are columns.
  mutating func add(_ cells: Cell...) {
    precondition(cells.count == columns.count, "a row has one cell per column")
    rows.append(cells)
  }

  /// The lines to print, without spaces at their ends.
  func lines(for terminal: Terminal) -> [String] {
    let widths = self.widths(for: terminal)
    let header = columns.map { Cell($0.title, .bold) }
    return ([header] + rows).map { line($0, widths, terminal) }
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ terminal: Terminal) -> String {
    var result = ""
    for (index, cell) in cells.enumerated() {
      let text = DisplayWidth.fitting(cell.text, into: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      let shown = terminal.styled(text, cell.style)
      let isLast = index == cells.count - 1
      result += columns[index].alignsRight ? padding + shown : isLast ? shown : shown + padding
      if !isLast { result += "  " }
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  private func widths(for terminal: Terminal) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { max($0, DisplayWidth.of($1[index].text)) }
    }
    if terminal.outputIsTerminal, let available = terminal.columns, let index = columns.firstIndex(where: \.shrinks) {
      let excess = widths.reduce(2 * (columns.count - 1), +) - available
      if excess > 0 { widths[index] = max(8, widths[index] - excess) }
    }
    return widths
  }
}

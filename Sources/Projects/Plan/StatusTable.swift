/// A table one of whose columns tells states: `| Parser | ✅ Done |`.
struct StatusTable {
  struct Row {
    let text: String
    let status: PlanStatus
    /// What the cell holds.
    let value: String
    let line: PlanLeads.Line
  }

  private(set) var rows: [Row] = []

  /// Nil for a table without such a column, and for one that explains signs.
  ///
  /// The column is the one whose head says so and of whose cells one names a state at least, or else the only one whose
  /// cells are states and nothing else. A cell of it that names no state counts as open.
  init?(_ table: PlanLeads.Table, _ builder: PlanBuilder) {
    let head = Self.cells(builder.string(table.header))
    let body = table.rows.map { Self.cells(builder.string($0.range)) }
    guard let column = Self.statusColumn(head, body), let title = Self.textColumn(head, body, beside: column) else {
      return nil
    }
    for (cells, line) in zip(body, table.rows) {
      let text = title < cells.count ? cells[title] : ""
      guard !text.isEmpty, !Self.sums.contains(Self.bare(text)) else { continue }
      let value = column < cells.count ? cells[column] : ""
      rows.append(Row(text: text, status: PlanStatus(value) ?? PlanStatus(.unclear), value: value, line: line))
    }
  }

  private static func statusColumn(_ head: [String], _ body: [[String]]) -> Int? {
    let named = head.indices.first { index in
      names.contains(bare(head[index])) && body.contains { index < $0.count && PlanStatus($0[index]) != nil }
    }
    if let named { return named }
    let filled = head.indices.filter { index in
      body.count >= 2 && body.allSatisfy { index < $0.count && PlanStatus(whole: $0[index]) != nil }
    }
    return filled.count == 1 ? filled[0] : nil
  }

  /// The column named like one of tasks, or else the first that is no number.
  private static func textColumn(_ head: [String], _ body: [[String]], beside column: Int) -> Int? {
    let others = head.indices.filter { $0 != column }
    if let named = others.first(where: { titles.contains(bare(head[$0])) }) { return named }
    return others.first { index in
      !ids.contains(bare(head[index]))
        && body.contains { index < $0.count && $0[index].contains(where: \.isLetter) }
    } ?? others.first
  }

  /// The cells of a row: between pipes that are not escaped.
  static func cells(_ row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell)
    cells = cells.map { trimmed($0) }
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true, row.last == "|" { cells.removeLast() }
    return cells
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  /// In lower case and without marks.
  private static func bare(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "%" || $0 == "#" || $0 == "✅" })
  }

  private static let names: Set<String> = [
    "status", "state", "progress", "done", "complete", "completed", "completion", "✅", "%", "finished", "implemented",
  ]
  private static let titles: Set<String> = [
    "task", "item", "feature", "phase", "milestone", "name", "title", "description", "step", "component", "module",
    "epic", "story", "deliverable", "work", "workitem",
  ]
  private static let ids: Set<String> = ["#", "id", "no", "nr", "number"]
  private static let sums: Set<String> = ["total", "sum", "overall", "gesamt"]
}

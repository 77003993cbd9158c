/// A rule file: tab-separated, the first line names the columns.
struct RuleTable: Sendable {
  struct Row: Sendable {
    let table: String
    /// Index among the rows of the file, from 0.
    let number: Int
    /// Line of the file, from 1.
    let line: Int
    fileprivate let columns: [String: Int]
    let cells: [String]

    /// The cell of a column; empty when the file has no such column.
    subscript(column: String) -> String { columns[column].map { cells[$0] } ?? "" }

    /// The words of a cell.
    func words(_ column: String) -> [String] { self[column].split(separator: " ").map(String.init) }

    func error(_ reason: String) -> RuleError { RuleError(table: table, line: line, reason: reason) }
  }

  let rows: [Row]

  init(_ name: String, text: String) throws(RuleError) {
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if index == 0 {
        for (column, cell) in cells.enumerated() { columns[cell] = column }
        continue
      }
      guard cells.count == columns.count else {
        throw RuleError(table: name, line: index + 1, reason: "\(cells.count) cells instead of \(columns.count)")
      }
      rows.append(Row(table: name, number: rows.count, line: index + 1, columns: columns, cells: cells))
    }
    self.rows = rows
  }
}

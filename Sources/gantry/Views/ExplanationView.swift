import JSON

/// What a percentage is made of, for people.
enum ExplanationView {
  static func lines(_ explanation: JSON, boxes: [JSON], _ terminal: Terminal) -> [String] {
    var lines = [terminal.styled(printable(explanation.text("summary") ?? ""), .bold)]
    let files = explanation.list("files")
    if !files.isEmpty {
      lines += ["", "Files"]
      for file in files {
        let mark = file["used"]?.boolValue == true ? terminal.styled("[x]", .good) : "[ ]"
        let figures = file.number("items_count").map { "  \(file.number("items_done") ?? 0)/\($0)" } ?? ""
        lines.append(
          "  \(mark) \(printable(file.text("path") ?? "?"))\(figures): \(printable(file.text("reason") ?? ""))")
      }
    }
    let counted = boxes.filter { $0["counted"]?.boolValue == true }
    let others = boxes.filter { $0["counted"]?.boolValue != true }
    lines += part("Counted", counted, terminal) + part("Not counted", others, terminal)
    return lines
  }

  private static func part(_ title: String, _ boxes: [JSON], _ terminal: Terminal) -> [String] {
    guard !boxes.isEmpty else { return [] }
    return ["", "\(title): \(boxes.count)"]
      + boxes.map { box in
        let place = "\(box.text("path") ?? "?"):\(box.number("line") ?? 0)"
        return "  " + printable(place) + "  " + printable(box.text("text") ?? "")
          + terminal.styled("  \(printable(box.text("explanation") ?? ""))", .dim)
      }
  }
}

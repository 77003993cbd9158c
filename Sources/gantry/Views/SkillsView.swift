import JSON

/// Skills for people: a table with the best piece of evidence for each.
enum SkillsView {
  /// - Parameter refresh: the command that reads the project again.
  static func lines(_ skills: [JSON], _ terminal: Terminal, refresh: String = "gantry refresh") -> [String] {
    var table = Table(
      .init("SKILL"), .init("CATEGORY"), .init("SHARE", alignsRight: true), .init("SURE", alignsRight: true),
      .init("SEEN IN", shrinks: true))
    for skill in skills {
      let evidence = skill.list("evidence")
      table.add(
        .init(skill.text("name"), .bold), .init(skill.text("category")),
        .init(skill["share"]?.numberValue.map { "\($0.literal)%" } ?? ""),
        .init(skill["confidence"]?.doubleValue.map { "\(Int(($0 * 100).rounded(.down)))%" } ?? ""),
        .init(evidence.first.map { place(of: $0, andOthers: evidence.count - 1) } ?? ""))
    }
    guard !table.isEmpty else {
      return ["No skills are known. If files came in since the last refresh, run: \(refresh)"]
    }
    return table.lines(for: terminal)
  }

  private static func place(of evidence: JSON, andOthers others: Int) -> String {
    let path = evidence.text("path") ?? evidence.text("excerpt") ?? "?"
    let line = evidence.number("line").map { ":\($0)" } ?? ""
    return path + line + (others > 0 ? " and \(others) more" : "")
  }
}

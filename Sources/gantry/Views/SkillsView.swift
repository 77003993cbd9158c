import JSON

/// Skills for people: a table with the best piece of evidence for each, or each with all of it.
enum SkillsView {
  /// - Parameters:
  ///   - showsIndirect: whether skills that only lock files name are listed.
  ///   - refresh: the command that reads the project again.
  ///   - all: the command that lists everything.
  static func lines(
    _ skills: [JSON], _ terminal: Terminal, showsIndirect: Bool = true, refresh: String = "gantry refresh",
    all: String = "gantry skills --all"
  ) -> [String] {
    guard !skills.isEmpty else {
      return ["No skills are known. If files came in since the last refresh, run: \(refresh)"]
    }
    let shown = showsIndirect ? skills : skills.filter { $0.text("relation") != "transitive" }
    var table = Table(
      .init("SKILL"), .init("CATEGORY"), .init("SHARE"), .init("SURE", alignsRight: true),
      .init("SEEN IN", shrinks: true))
    for skill in shown {
      let evidence = skill.list("evidence")
      table.add(
        .init(skill.text("name"), .bold), .init(category(of: skill)), .init(share(of: skill), .busy),
        .init(percent(skill["confidence"]) ?? ""),
        .init(evidence.first.map { place(of: $0) + others(evidence.count - 1, in: skill) } ?? ""))
    }
    var lines = table.isEmpty ? [] : table.lines(for: terminal)
    let hidden = skills.count - shown.count
    if hidden > 0 {
      lines.append(
        terminal.styled("\(hidden) more only through other packages; to list them, run: \(all)", .dim))
    }
    return lines
  }

  /// Each skill with every place that speaks for it.
  static func evidence(_ skills: [JSON], _ terminal: Terminal, refresh: String = "gantry refresh") -> [String] {
    guard !skills.isEmpty else {
      return ["No such skills are known. If files came in since the last refresh, run: \(refresh)"]
    }
    var lines: [String] = []
    for skill in skills {
      if !lines.isEmpty { lines.append("") }
      lines.append(heading(skill, terminal))
      var table = Table(
        .init("PLACE"), .init("KIND"), .init("COUNTS", alignsRight: true), .init("BLOB"),
        .init("LINE", shrinks: true))
      for piece in skill.list("evidence") {
        table.add(
          .init(place(of: piece)), .init(piece.text("kind")), .init(percent(piece["weight"]) ?? ""),
          .init(String((piece.text("blob") ?? "").prefix(12)), .dim), .init(piece.text("excerpt")))
      }
      var narrow = terminal
      narrow.columns = terminal.columns.map { max($0 - 2, 20) }
      lines += table.lines(for: narrow).map { "  " + $0 }
    }
    return lines
  }

  /// The skills that earlier refreshes saw, in a sentence; nothing when there are none.
  static func former(_ skills: [JSON], _ terminal: Terminal) -> [String] {
    guard !skills.isEmpty else { return [] }
    let names = skills.prefix(8).map { skill in
      (skill.text("name") ?? "?") + (Age.day(skill.text("last_seen_at")).map { " (until \($0))" } ?? "")
    }
    let more = skills.count > names.count ? " and \(skills.count - names.count) more" : ""
    return [terminal.styled(printable("No longer seen: " + names.joined(separator: ", ") + more), .dim)]
  }

  /// The skills of a person, languages first, the most code first.
  static func person(_ skills: [JSON], _ terminal: Terminal) -> [String] {
    guard !skills.isEmpty else { return ["No skills are known. Refresh a project first, with: gantry refresh"] }
    let ordered =
      skills.filter { $0.text("category") == "language" }
      .sorted { ($0.number("bytes") ?? 0) > ($1.number("bytes") ?? 0) }
      + skills.filter { $0.text("category") != "language" }
      .sorted { (certainty($0), $0.number("projects_count") ?? 0) > (certainty($1), $1.number("projects_count") ?? 0) }
    var table = Table(
      .init("SKILL"), .init("CATEGORY"), .init("CODE", alignsRight: true), .init("SURE", alignsRight: true),
      .init("SINCE"), .init("LAST SEEN"), .init("PROJECTS", shrinks: true))
    for skill in ordered {
      let isPresent = skill["present"]?.boolValue ?? true
      let projects = skill.list("projects").map { $0.text("project") ?? "?" }
      let count = Int(skill.number("projects_count") ?? 0)
      let more = count > projects.count ? " and \(count - projects.count) more" : ""
      table.add(
        .init(skill.text("name"), isPresent ? .bold : .dim), .init(skill.text("category")),
        .init(skill.number("bytes").map(Size.short) ?? ""), .init(percent(skill["confidence"]) ?? ""),
        .init(Age.day(skill.text("first_seen_at"))), .init(Age.day(skill.text("last_seen_at"))),
        .init(projects.joined(separator: ", ") + more))
    }
    return table.lines(for: terminal)
  }

  private static func certainty(_ skill: JSON) -> Double { skill["confidence"]?.doubleValue ?? 0 }

  private static func heading(_ skill: JSON, _ terminal: Terminal) -> String {
    var parts = [category(of: skill)]
    if let share = skill["share"]?.numberValue { parts.append("\(share.literal)%") }
    if let sure = percent(skill["confidence"]) { parts.append("\(sure) sure") }
    if let day = Age.day(skill.text("first_seen_at")) {
      let commit = skill.text("first_seen_commit").map { " (\($0.prefix(12)))" } ?? ""
      parts.append("since \(day)\(commit)")
    }
    let packages = skill.list("packages").compactMap(\.stringValue)
    if packages != ["."], !packages.isEmpty {
      let shown = packages.prefix(4).joined(separator: ", ")
      parts.append("in \(shown)" + (packages.count > 4 ? " and \(packages.count - 4) more" : ""))
    }
    return terminal.styled(printable(skill.text("name") ?? "?"), .bold)
      + terminal.styled(printable("  " + parts.joined(separator: ", ")), .dim)
  }

  private static func category(of skill: JSON) -> String {
    let name = skill.text("category") ?? "-"
    switch skill.text("relation") {
    case "development": return name + ", dev"
    case "transitive": return name + ", indirect"
    default: return name
    }
  }

  /// A bar of ten cells and the figure behind it.
  private static func share(of skill: JSON) -> String {
    guard let number = skill["share"]?.numberValue, let share = skill["share"]?.doubleValue else { return "" }
    let figure = "\(number.literal)%"
    return Bar.of(share / 100, cells: 10) + String(repeating: " ", count: max(7 - figure.count, 1)) + figure
  }

  private static func percent(_ value: JSON?) -> String? {
    // The small term undoes what binary fractions do to a product such as 0.29 · 100.
    value?.doubleValue.map { "\(Int(($0 * 100 + 1e-9).rounded(.down)))%" }
  }

  private static func place(of evidence: JSON) -> String {
    let path = evidence.text("path") ?? evidence.text("excerpt") ?? "?"
    return path + (evidence.number("line").map { ":\($0)" } ?? "")
  }

  private static func others(_ evidence: Int, in skill: JSON) -> String {
    let packages = skill.list("packages").count
    let places = evidence > 0 ? " and \(evidence) more" : ""
    return places + (packages > 1 ? ", in \(packages) packages" : "")
  }
}

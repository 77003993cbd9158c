extension PlanDialect {
  /// Recognizes a file by its path, its front matter and the form of its first tasks.
  init(path: String, tasks: [PlanTask], frontMatter: FrontMatterFields?) {
    let path = "/" + path.lowercased()
    if path.contains("/.kiro/specs/") {
      self = .kiro
    } else if path.hasSuffix(".plan.md"), path.contains("/.cursor/") {
      self = .cursor
    } else if path.contains("/openspec/") {
      self = .openSpec
    } else if let values = frontMatter?.values, values["id"] != nil, values["status"] != nil,
      path.contains("/backlog/") || values["created_date"] != nil
    {
      self = .backlog
    } else if let frontMatter, frontMatter.todos.contains(where: { !$0.status.isEmpty }) {
      self = .cursor
    } else if tasks.contains(where: { $0.isOptional }) {
      self = .kiro
    } else {
      self = Self.form(of: tasks.prefix(200))
    }
  }

  private static func form(of tasks: ArraySlice<PlanTask>) -> PlanDialect {
    let signs = "📅➕⏳🛫🔺⏫🔼🔽⏬🆔⛔".unicodeScalars
    var specKit = 0
    for task in tasks {
      let text = task.text
      if text.utf8.contains(where: { $0 >= 0x80 }), text.unicodeScalars.contains(where: signs.contains) {
        return .obsidian
      }
      if text.utf8.first == 0x54, TaskIDs.isSpecKit(text) { specKit += 1 }
    }
    return specKit > 0 && specKit * 2 >= tasks.count ? .specKit : .markdown
  }
}

private enum TaskIDs {
  /// `T001 …`.
  static func isSpecKit(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(5))
    return bytes.count == 5 && bytes[1...3].allSatisfy(\.isASCIIDigit) && (bytes[4].isMarkdownSpace || bytes[4] < 0x80)
  }
}

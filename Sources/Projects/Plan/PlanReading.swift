/// Decides what the boxes and leads of a file mean: which of them are tasks, in what state, and what counts.
struct PlanReading {
  private(set) var document: PlanDocument
  private let leads: PlanLeads
  private let builder: PlanBuilder
  private let path: String

  init(_ builder: consuming PlanBuilder, path: String) {
    // Out of the builder, so that there is one only and it is not copied when it changes.
    document = builder.takeDocument()
    leads = builder.leads
    self.builder = builder
    self.path = path
  }

  /// The document with its states and sums.
  consuming func finish() -> PlanDocument {
    document.dialect = PlanDialect(path: path, tasks: document.tasks, frontMatter: leads.frontMatter)
    let legend = PlanLegend(&document)
    readMarks(legend)
    chooseSource()
    document.readFacts(limit: builder.limits.listedTasks)
    document.sum()
    warnOfHeadings()
    document.warnings.sort { ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue) }
    return document
  }

  // MARK: Marks

  private mutating func readMarks(_ legend: PlanLegend) {
    let anyAbove = document.tasks.contains { $0.section == nil && $0.isGFM }
    for index in document.tasks.indices {
      if document.tasks[index].isGFM || document.tasks[index].exclusion != nil { continue }
      let task = document.tasks[index]
      if task.isOptional { continue }
      if task.source == .headingBoxes, task.isChecked || task.marker.allSatisfy(\.isWhitespace) { continue }
      let marker = "[\(task.marker)]"
      if let state = legend.states[marker] ?? document.dialect.state(of: marker) {
        document.tasks[index].state = state
        if state == .done { document.tasks[index].share = 1000 }
        if state == .cancelled { document.tasks[index].exclusion = .cancelled }
      } else if Self.isLetter(task.marker),
        !(task.section.map { document.sections[$0].direct.total > 0 } ?? anyAbove)
      {
        document.tasks[index].exclusion = .noBox
      } else {
        document.tasks[index].state = .unclear
      }
    }
  }

  private static func isLetter(_ mark: String) -> Bool {
    guard let scalar = mark.unicodeScalars.first, mark.unicodeScalars.count == 1 else { return false }
    return scalar.properties.isAlphabetic
  }

  // MARK: Sources

  private mutating func chooseSource() {
    if let tasks = frontMatterTasks(), !tasks.isEmpty {
      for index in document.tasks.indices where document.tasks[index].isCounted {
        document.tasks[index].exclusion = .otherSource
      }
      return use(tasks, .frontMatter)
    }
    let counted = document.tasks.lazy.filter(\.isCounted)
    if let first = counted.first {
      document.source = first.source
      if counted.contains(where: { $0.source == .boxes }) { document.source = .boxes }
      return
    }
    let finders: [(PlanSource, () -> [PlanTask])] = [
      (.frontMatter, shareTasks), (.statusTable, tableTasks), (.phaseHeadings, headingTasks), (.statusWords, wordTasks),
    ]
    for (source, find) in finders {
      let tasks = find()
      if !tasks.isEmpty { return use(tasks, source) }
    }
  }

  /// Puts tasks of another source among those that do not count, in the order of the file.
  private mutating func use(_ tasks: [PlanTask], _ source: PlanSource) {
    document.source = source
    guard !document.tasks.isEmpty else {
      document.tasks = tasks
      return document.renumber()
    }
    document.tasks = (document.tasks + tasks).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
    document.renumber()
  }

  private func task(
    _ text: String, _ status: PlanStatus, _ source: PlanSource, marker: String, line: Int, offset: Int, section: Int?
  ) -> PlanTask {
    var task = PlanTask(
      ordinal: document.tasks.count, text: text, line: line, offset: offset, depth: 0,
      isChecked: status.state == .done, marker: marker, section: section, parent: nil, source: source, isGFM: false,
      state: status.state, share: status.share)
    if status.state == .cancelled { task.exclusion = .cancelled }
    return task
  }

  /// Todos of a Cursor plan, or the one task of a Backlog.md file; nil where front matter does not decide.
  private func frontMatterTasks() -> [PlanTask]? {
    guard let fields = leads.frontMatter else { return nil }
    if fields.todos.contains(where: { !$0.status.isEmpty }) {
      return fields.todos.map { todo in
        let status = PlanStatus(todo.status.map { $0 == "_" ? " " : String($0) }.joined()) ?? PlanStatus(.todo)
        return task(
          todo.text, status, .frontMatter, marker: todo.status, line: todo.line, offset: todo.offset, section: nil)
      }
    }
    guard document.dialect == .backlog, let status = fields.values["status"], let place = fields.lines["status"] else {
      return nil
    }
    let key = fields.values["id"].map { $0 + " " } ?? ""
    return [
      task(
        key + (fields.values["title"] ?? path), PlanStatus(status) ?? PlanStatus(.unclear), .frontMatter,
        marker: status, line: place.number, offset: place.offset, section: nil)
    ]
  }

  /// `progress: 40%` in front matter, for a plan that has nothing else.
  private func shareTasks() -> [PlanTask] {
    guard let fields = leads.frontMatter else { return [] }
    for key in ["progress", "completion", "percent_complete", "percentage"] {
      guard let value = fields.values[key], let place = fields.lines[key] else { continue }
      let text = value.last?.isNumber == true && !value.contains("/") ? value + "%" : value
      guard let status = PlanStatus(text) else { continue }
      return [
        task(
          fields.values["title"] ?? path, status, .frontMatter, marker: value, line: place.number,
          offset: place.offset, section: nil)
      ]
    }
    return []
  }

  private func tableTasks() -> [PlanTask] {
    leads.tables.flatMap { table in
      StatusTable(table, builder)?.rows.map { row in
        task(
          row.text, row.status, .statusTable, marker: row.value, line: row.line.number,
          offset: row.line.range.lowerBound, section: row.line.section)
      } ?? []
    }
  }

  private func headingTasks() -> [PlanTask] {
    PhaseHeadings.find(in: document.sections).map { index, status in
      let section = document.sections[index]
      return task(
        section.title, status ?? PlanStatus(.todo), .phaseHeadings, marker: status?.state.rawValue ?? "",
        line: section.line, offset: section.offset, section: index)
    }
  }

  private func wordTasks() -> [PlanTask] {
    leads.items.compactMap { item in
      guard let (status, rest) = StatusWord.read(builder.string(item.range)), !rest.isEmpty else { return nil }
      return task(
        rest, status, .statusWords, marker: status.state.rawValue, line: item.number, offset: item.range.lowerBound,
        section: item.section)
    }
  }

  // MARK: Remarks

  /// A heading that says something else than the boxes below it.
  private mutating func warnOfHeadings() {
    guard document.source == .boxes else { return }
    for section in document.sections where section.tally.total > 0 {
      guard let status = StatusWord.heading(section.title) else { continue }
      let tally = section.tally
      if status.state == .done, !tally.isComplete {
        warn(section.line, "the heading says done, but \(tally.total - tally.done) of \(tally.total) boxes are open")
      } else if status.share > 0, status.state == .inProgress, abs(status.share - tally.credit / tally.total) >= 10 {
        let percent = tally.percentage.map { "\($0)" } ?? "0"
        warn(section.line, "the heading says \(status.share / 10) percent, the boxes below say \(percent)")
      }
    }
  }

  private mutating func warn(_ line: Int, _ message: String) {
    document.warningsCount += 1
    guard document.warnings.count < builder.limits.warnings else { return }
    document.warnings.append(PlanWarning(kind: .headingDisagrees, line: line, message: message))
  }
}

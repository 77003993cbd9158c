/// Gathers what the block parser finds into a document.
struct PlanBuilder {
  private(set) var document = PlanDocument()
  private(set) var leads = PlanLeads()
  let limits: PlanLimits
  private let bytes: [UInt8]
  /// The chain of sections around the present line, outermost first.
  private var openSections: [Int] = []
  private var markerIndexes: [String: Int] = [:]

  init(bytes: [UInt8], limits: PlanLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Gives the document away; the builder goes on with an empty one.
  mutating func takeDocument() -> PlanDocument {
    defer { document = PlanDocument() }
    return document
  }

  // MARK: Boxes

  /// - Parameter text: where the task's text lies.
  /// - Returns: the ordinal of the task.
  mutating func addTask(isChecked: Bool, marker: UInt8, offset: Int, line: Int, text: Range<Int>, parent: Int?) -> Int {
    add(
      PlanTask(
        ordinal: document.tasks.count, text: string(text), line: line, offset: offset, depth: depth(below: parent),
        isChecked: isChecked, marker: String(Unicode.Scalar(marker)), section: openSections.last, parent: parent))
  }

  /// Adds a box GFM does not know; what it means is decided when all is known.
  mutating func addMarker(_ marker: String, isOpen: Bool, line: Int, content: Range<Int>, parent: Int?) -> Int {
    countMarker(marker, isOpen: isOpen, line: line)
    let isOptional = marker.hasPrefix("]*")
    let isChecked = marker == TaskBox.optionalDone
    let close = bytes[content].firstIndex(of: 0x5D) ?? content.upperBound - 1
    let text = BlockStart.trimmed(bytes, close + (isOptional ? 2 : 1), content.upperBound)
    let mark = isOptional ? (isChecked ? "x" : " ") : String(marker.dropFirst().dropLast())
    return add(
      PlanTask(
        ordinal: document.tasks.count, text: string(text), line: line, offset: content.lowerBound,
        depth: depth(below: parent), isChecked: isChecked, marker: mark, section: openSections.last, parent: parent,
        isGFM: false, isOptional: isOptional))
  }

  private func depth(below parent: Int?) -> Int { parent.map { document.tasks[$0].depth + 1 } ?? 0 }

  private mutating func add(_ task: PlanTask) -> Int {
    document.tasks.append(task)
    if let section = task.section, task.isGFM { document.sections[section].direct.count(task) }
    return task.ordinal
  }

  private mutating func countMarker(_ marker: String, isOpen: Bool, line: Int) {
    var marker = marker
    var isOpen = isOpen
    if markerIndexes[marker] == nil {
      if document.markers.count >= limits.markerLines {
        marker = PlanMarker.others
        isOpen = false
      } else if isOpen {
        warn(.unknownMarker, line, "\(marker) is no task box of GFM; it counts as open, but not as a task")
      }
    }
    let index = markerIndexes[marker] ?? document.markers.count
    if index == document.markers.count {
      document.markers.append(PlanMarker(marker: marker, isOpen: isOpen))
      markerIndexes[marker] = index
    }
    document.markers[index].count += 1
    if isInLegend { document.markers[index].inLegend += 1 }
    if document.markers[index].lines.count < limits.markerLines { document.markers[index].lines.append(line) }
  }

  /// Keeps something that looks like a task and is none.
  mutating func exclude(_ reason: PlanExclusion.Reason, _ line: Int, _ range: Range<Int>) {
    document.exclusionsCount += 1
    guard document.exclusions.count < limits.listedExclusions else { return }
    document.exclusions.append(
      PlanExclusion(line: line, offset: range.lowerBound, text: string(range), reason: reason))
  }

  // MARK: Sections

  /// Opens a section; `title` lists the heading's lines.
  mutating func addSection(level: Int, line: Int, title: some Collection<Range<Int>>) {
    while let last = openSections.last, document.sections[last].level >= level { openSections.removeLast() }
    // A title of many lines is cut like any other, before it is put together.
    let text = capped(title.prefix(16).map { string($0) }.joined(separator: " "))
    let first = title.first ?? 0..<0
    let box = TaskBox.read(bytes, first)
    let name = box == nil ? text : String(text[(text.firstIndex(of: "]") ?? text.startIndex)...])
    openSections.append(document.sections.count)
    document.sections.append(
      PlanSection(
        title: text, level: level, line: line, kind: PlanSectionKind(heading: name),
        parent: openSections.dropLast().last, offset: first.lowerBound))
    addHeadingBox(box, first, line)
  }

  /// `### [x] WP-010`.
  private mutating func addHeadingBox(_ box: TaskBox?, _ content: Range<Int>, _ line: Int) {
    let mark: String
    let isChecked: Bool
    switch box {
    case .task(let checked, let marker, _): (mark, isChecked) = (String(Unicode.Scalar(marker)), checked)
    case .other(let marker, let isOpen) where isOpen: (mark, isChecked) = (String(marker.dropFirst().dropLast()), false)
    default: return
    }
    guard let close = bytes[content].firstIndex(of: 0x5D) else { return }
    let text = BlockStart.trimmed(bytes, close + 1, content.upperBound)
    document.tasks.append(
      PlanTask(
        ordinal: document.tasks.count, text: string(text), line: line, offset: content.lowerBound, depth: 0,
        isChecked: isChecked, marker: mark, section: openSections.last, parent: nil, source: .headingBoxes,
        isGFM: false))
  }

  mutating func countHeading() { document.headingsCount += 1 }

  private var isInLegend: Bool { openSections.contains { document.sections[$0].kind == .legend } }

  // MARK: Leads

  mutating func add(_ frontMatter: FrontMatter) {
    document.frontMatterLines = frontMatter.lines
    leads.frontMatter = FrontMatterFields(bytes, lines: frontMatter.content, maximumTodos: limits.listedTasks)
    for (range, number) in frontMatter.boxes { exclude(.frontMatter, number, range) }
    if let first = frontMatter.boxes.first {
      let count = frontMatter.boxes.count
      warn(.boxInFrontMatter, first.number, "front matter is data; boxes in it are not counted (\(count) here)")
    }
  }

  mutating func beginTable(header: Range<Int>) {
    leads.tables.append(PlanLeads.Table(header: header, section: openSections.last))
  }

  mutating func addRow(_ range: Range<Int>, line: Int) {
    guard leads.rowsCount < PlanLeads.maximum, let last = leads.tables.indices.last else { return }
    leads.rowsCount += 1
    leads.tables[last].rows.append(PlanLeads.Line(range: range, number: line, section: openSections.last))
  }

  /// Looks at the first line of a list item without a box.
  mutating func addItem(_ range: Range<Int>, line: Int) {
    guard leads.items.count < PlanLeads.maximum, StatusWord.mayBeIn(bytes, range) else { return }
    leads.items.append(PlanLeads.Line(range: range, number: line, section: openSections.last))
  }

  /// Looks at a line of text for `Status: complete`.
  mutating func addText(_ range: Range<Int>) {
    guard let section = openSections.last, document.sections[section].statusLine == nil,
      let status = StatusWord.statusLine(bytes, range)
    else { return }
    document.sections[section].statusLine = string(status)
  }

  // MARK: Remarks

  mutating func markTruncated() { document.isTruncated = true }

  mutating func warn(_ kind: PlanWarning.Kind, _ line: Int, _ message: String) {
    document.warningsCount += 1
    if document.warnings.count < limits.warnings {
      document.warnings.append(PlanWarning(kind: kind, line: line, message: message))
    }
  }

  /// The text of a range, repaired where it is not UTF-8 and capped.
  func string(_ range: Range<Int>) -> String {
    // Four bytes more than wanted: a scalar cut in two by this lies behind the cap.
    capped(String(decoding: bytes[range.prefix(limits.textBytes + 4)], as: UTF8.self))
  }

  private func capped(_ text: String) -> String {
    guard text.utf8.count > limits.textBytes else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limits.textBytes)
    while end > text.startIndex, text.utf8[end].isUTF8Continuation { end = text.utf8.index(before: end) }
    return String(text[..<end])
  }
}

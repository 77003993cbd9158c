/// Gathers what the block parser finds into a document.
struct PlanBuilder {
  private(set) var document = PlanDocument()
  let limits: PlanLimits
  private let bytes: [UInt8]
  private var hasSubtasks: [Bool] = []
  /// The chain of sections around the present line, outermost first.
  private var openSections: [Int] = []
  private var markerIndexes: [String: Int] = [:]

  init(bytes: [UInt8], limits: PlanLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// - Parameter text: where the task's text lies.
  /// - Returns: the ordinal of the task.
  mutating func addTask(isChecked: Bool, marker: UInt8, offset: Int, line: Int, text: Range<Int>, parent: Int?) -> Int {
    let task = PlanTask(
      ordinal: document.tasks.count,
      text: string(text),
      line: line,
      offset: offset,
      depth: parent.map { document.tasks[$0].depth + 1 } ?? 0,
      isChecked: isChecked,
      marker: String(Unicode.Scalar(marker)),
      section: openSections.last,
      parent: parent
    )
    document.tasks.append(task)
    hasSubtasks.append(false)
    if let parent { hasSubtasks[parent] = true }
    if let section = task.section { document.sections[section].direct.count(task) }
    return task.ordinal
  }

  mutating func addMarker(_ marker: String, isOpen: Bool, line: Int) {
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

  /// Opens a section; `title` lists the heading's lines.
  mutating func addSection(level: Int, line: Int, title: some Collection<Range<Int>>) {
    while let last = openSections.last, document.sections[last].level >= level { openSections.removeLast() }
    // A title of many lines is cut like any other, before it is put together.
    let text = capped(title.prefix(16).map { string($0) }.joined(separator: " "))
    openSections.append(document.sections.count)
    document.sections.append(
      PlanSection(
        title: text, level: level, line: line, kind: PlanSectionKind(heading: text),
        parent: openSections.dropLast().last))
  }

  mutating func countHeading() { document.headingsCount += 1 }

  mutating func markTruncated() { document.isTruncated = true }

  mutating func add(_ frontMatter: FrontMatter) {
    document.frontMatterLines = frontMatter.lines
    if let line = frontMatter.boxLines.first {
      let count = frontMatter.boxLines.count
      warn(.boxInFrontMatter, line, "front matter is data; boxes in it are not counted (\(count) here)")
    }
  }

  mutating func warn(_ kind: PlanWarning.Kind, _ line: Int, _ message: String) {
    document.warningsCount += 1
    if document.warnings.count < limits.warnings {
      document.warnings.append(PlanWarning(kind: kind, line: line, message: message))
    }
  }

  /// The document with its sums.
  consuming func finish() -> PlanDocument {
    for task in document.tasks {
      document.counts.count(task)
      if !hasSubtasks[task.ordinal] { document.leafCounts.count(task) }
    }
    for index in document.sections.indices.reversed() {
      document.sections[index].subtree += document.sections[index].direct
      if let parent = document.sections[index].parent {
        document.sections[parent].subtree += document.sections[index].subtree
      }
    }
    document.warnings.sort { ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue) }
    return document
  }

  private var isInLegend: Bool { openSections.contains { document.sections[$0].kind == .legend } }

  /// The text of a range, repaired where it is not UTF-8 and capped.
  private func string(_ range: Range<Int>) -> String {
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

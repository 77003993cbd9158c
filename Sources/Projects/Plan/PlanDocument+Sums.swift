extension PlanDocument {
  /// Gives the tasks their ordinals anew, after others were put between them.
  mutating func renumber() {
    var ordinals: [Int: Int] = [:]
    for (index, task) in tasks.enumerated() where task.source == .boxes { ordinals[task.ordinal] = index }
    for index in tasks.indices {
      tasks[index].parent = tasks[index].parent.flatMap { ordinals[$0] }
      tasks[index].ordinal = index
    }
  }

  /// Reads what the texts of the first tasks say besides, and finds the blocked ones.
  mutating func readFacts(limit: Int) {
    var anyWaits = false
    for index in tasks.indices.prefix(limit) {
      tasks[index].facts = PlanTaskFacts(tasks[index].text)
      if !tasks[index].facts.waitsFor.isEmpty { anyWaits = true }
    }
    var isOpen: [String: Bool] = [:]
    if anyWaits {
      for task in tasks.prefix(limit) where task.isCounted {
        guard let key = task.facts.key else { continue }
        isOpen[key] = (isOpen[key] ?? false) || task.state != .done
      }
    }
    for index in tasks.indices.prefix(limit) where tasks[index].state != .done {
      tasks[index].isBlocked =
        tasks[index].state == .blocked || tasks[index].facts.saysBlocked
        || tasks[index].facts.waitsFor.contains { isOpen[$0] == true }
    }
  }

  /// Counts everything.
  mutating func sum() {
    counts = PlanCounts()
    leafCounts = PlanCounts()
    tally = PlanTally()
    leafTally = PlanTally()
    let inner = tasksAboveOthers()
    for index in sections.indices {
      sections[index].tally = PlanTally()
      sections[index].subtree = sections[index].direct
    }
    for task in tasks {
      if task.isGFM {
        counts.count(task)
        if !inner.byNesting[task.ordinal] { leafCounts.count(task) }
      }
      guard task.isCounted else { continue }
      tally.count(task)
      if let section = task.section { sections[section].tally.count(task) }
      if !inner.all[task.ordinal] { leafTally.count(task) }
    }
    for index in sections.indices.reversed() {
      guard let parent = sections[index].parent else { continue }
      sections[parent].subtree += sections[index].subtree
      sections[parent].tally += sections[index].tally
    }
  }

  /// The tasks with others below them: by indentation, and besides by numbers (`1.` above `1.1`) and by headings.
  private func tasksAboveOthers() -> (byNesting: [Bool], all: [Bool]) {
    var nesting = [Bool](repeating: false, count: tasks.count)
    for task in tasks {
      if let parent = task.parent { nesting[parent] = true }
    }
    var all = nesting
    var numbered: [String: Int] = [:]
    var file = 0
    for task in tasks where task.facts.isNumbered && task.isCounted {
      if task.file != file {
        file = task.file
        numbered.removeAll()
      }
      guard let key = task.facts.key else { continue }
      if let dot = key.lastIndex(of: "."), let group = numbered[String(key[..<dot])] { all[group] = true }
      numbered[key] = task.ordinal
    }
    let headings = tasks.filter { $0.source == .headingBoxes }
    guard !headings.isEmpty else { return (nesting, all) }
    var isFilled = [Bool](repeating: false, count: sections.count)
    for task in tasks where task.isCounted && task.source != .headingBoxes {
      if let section = task.section { isFilled[section] = true }
    }
    for index in sections.indices.reversed() where isFilled[index] {
      if let parent = sections[index].parent { isFilled[parent] = true }
    }
    for task in headings {
      if let section = task.section, isFilled[section] { all[task.ordinal] = true }
    }
    return (nesting, all)
  }
}

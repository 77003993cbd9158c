/// The lines of a plan that explain its marks: `- [ ] not started`, `- [~] in progress`.
///
/// They are no tasks. A run of boxes on successive lines is a legend when each has a mark of its own and a text that is
/// nothing but the name of a state. Below a heading that announces a legend, a text that begins with one is enough; a
/// heading alone decides nothing, for work may be called "Templates".
struct PlanLegend {
  /// What the marks mean, by their brackets: `[~]`.
  private(set) var states: [String: PlanState] = [:]

  /// Finds the legends of a document and takes their lines out of its tasks.
  init(_ document: inout PlanDocument) {
    var isLegend: [Bool] = []
    for section in document.sections {
      isLegend.append(section.kind == .legend || (section.parent.map { isLegend[$0] } ?? false))
    }
    var index = 0
    while index < document.tasks.count {
      let run = Self.run(document.tasks, from: index)
      let announced = document.tasks[index].section.map { isLegend[$0] } ?? false
      if run.count >= 2, Self.isLegend(document.tasks[run]) {
        for explained in run { take(&document, explained) }
      } else if announced {
        for explained in run where !document.tasks[explained].isGFM || PlanStatus(document.tasks[explained].text) != nil
        {
          take(&document, explained)
        }
      }
      index = run.upperBound
    }
  }

  private mutating func take(_ document: inout PlanDocument, _ index: Int) {
    let task = document.tasks[index]
    document.tasks[index].exclusion = .legend
    guard !task.isGFM, let status = PlanStatus(task.text) else { return }
    states["[\(task.marker)]"] = status.state
  }

  /// Boxes on successive lines of one section; at least the first.
  private static func run(_ tasks: [PlanTask], from start: Int) -> Range<Int> {
    var end = start + 1
    while end < tasks.count, end - start < 12, tasks[end].line == tasks[end - 1].line + 1,
      tasks[end].section == tasks[start].section, tasks[start].source == .boxes
    {
      end += 1
    }
    return start..<end
  }

  private static func isLegend(_ run: ArraySlice<PlanTask>) -> Bool {
    var marks: Set<String> = []
    return run.allSatisfy { marks.insert($0.marker.lowercased()).inserted }
      && run.allSatisfy { PlanStatus(whole: $0.text) != nil }
  }
}

import JSON
import JobModel

/// Where the reading of a history ended, so that the next refresh reads only what came after it.
struct HistoryMark {
  /// Another number for other rules: what was read under the old ones is read again.
  private static let format: Int64 = 1
  /// Of a longer plan nothing is kept, and all of its history is read whenever it changes.
  private static let maximumTasks = 20_000

  /// The commit that was read up to.
  var head: String
  /// The path of the plan in it.
  var path: String
  /// Time and figures of the last snapshot of a commit.
  var last: ProgressSnapshot?
  /// The tasks in that commit.
  var tasks: [TrackedTask]
  var versionsCount: Int
  var displacedTimes: Int
  /// Former names of the plan, newest first.
  var formerPaths: [String]
  var gaps: [HistoryGap]
  /// What else to know, one sentence each.
  var notes: [String]

  /// JSON object text.
  var json: String {
    guard tasks.count <= Self.maximumTasks else { return "{}" }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("format", Self.format)
    writer.member("head", head)
    writer.member("path", path)
    if let last {
      writer.key("last")
      writer.beginArray()
      writer.int(last.at.milliseconds)
      writer.string(last.planPath)
      writer.int(last.tasksCount)
      writer.int(last.tasksDone)
      writer.int(last.openMarkersCount)
      writer.endArray()
    }
    writer.key("tasks")
    writer.beginArray()
    for task in tasks { Self.write(task, to: &writer) }
    writer.endArray()
    writeFigures(to: &writer)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// JSON object text: how far the history reaches, as it is shown.
  var report: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("complete", gaps.isEmpty)
    writer.member("plan_path", path)
    writeFigures(to: &writer)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func writeFigures(to writer: inout JSONWriter) {
    writer.member("versions_count", versionsCount)
    writer.member("displaced_times", displacedTimes)
    writer.key("former_paths")
    writer.beginArray()
    for path in formerPaths.prefix(20) { writer.string(path) }
    writer.endArray()
    writer.key("gaps")
    writer.beginArray()
    for gap in gaps {
      writer.beginObject()
      writer.member("kind", gap.kind)
      writer.member("message", gap.message)
      writer.endObject()
    }
    writer.endArray()
    writer.key("notes")
    writer.beginArray()
    for note in notes { writer.string(note) }
    writer.endArray()
  }

  private static func write(_ task: TrackedTask, to writer: inout JSONWriter) {
    writer.beginArray()
    writer.string(task.text)
    if let section = task.section { writer.string(section) } else { writer.null() }
    writer.bool(task.isChecked)
    if let tick = task.tick {
      writer.int(tick.at.milliseconds)
      writer.string(tick.author)
      writer.string(tick.commit)
    }
    writer.endArray()
  }
}

extension HistoryMark {
  /// Reads what `json` gave; nil when it is of other rules or says nothing.
  init?(json text: String) {
    let json: JSON
    do {
      json = try JSON.parse(text)
    } catch {
      // The history is read anew, which is all that is lost.
      return nil
    }
    guard json["format"]?.intValue == Self.format, let head = json["head"]?.stringValue, ObjectID.isValid(head),
      let path = json["path"]?.stringValue, let tasks = json["tasks"]?.arrayValue
    else { return nil }
    self.head = head
    self.path = path
    self.tasks = []
    for task in tasks {
      guard let text = task[0]?.stringValue, let isChecked = task[2]?.boolValue else { return nil }
      var tick: TrackedTask.Tick?
      if let at = task[3]?.intValue, let author = task[4]?.stringValue, let commit = task[5]?.stringValue {
        tick = TrackedTask.Tick(at: Timestamp(milliseconds: at), author: author, commit: commit)
      }
      self.tasks.append(
        TrackedTask(text: text, section: task[1]?.stringValue, isChecked: isChecked, tick: tick))
    }
    if let values = json["last"], let at = values[0]?.intValue, let path = values[1]?.stringValue {
      let figures = (2...4).map { Int(values[$0]?.intValue ?? 0) }
      last = ProgressSnapshot(
        at: Timestamp(milliseconds: at), origin: .commit, planPath: path, tasksCount: figures[0],
        tasksDone: figures[1], openMarkersCount: figures[2], percentage: nil)
    }
    versionsCount = Int(json["versions_count"]?.intValue ?? 0)
    displacedTimes = Int(json["displaced_times"]?.intValue ?? 0)
    formerPaths = (json["former_paths"]?.arrayValue ?? []).compactMap(\.stringValue)
    gaps = (json["gaps"]?.arrayValue ?? []).compactMap { gap in
      guard let kind = gap["kind"]?.stringValue, let message = gap["message"]?.stringValue else { return nil }
      return .told(kind: kind, message: message)
    }
    notes = (json["notes"]?.arrayValue ?? []).compactMap(\.stringValue)
  }
}

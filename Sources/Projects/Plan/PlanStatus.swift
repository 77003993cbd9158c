/// A state as people write it into a table, behind a heading or in front of a line: `✅ Done`, `in progress`, `80%`.
public struct PlanStatus: Hashable, Sendable {
  public let state: PlanState
  /// Done share in thousandths.
  public let share: Int

  init(_ state: PlanState, share: Int? = nil) {
    self.state = state
    self.share = state == .done ? 1000 : min(share ?? 0, 999)
  }

  /// The state a text names in its first words, signs and numbers; nil when these name none.
  ///
  /// Where sign and words differ, the less complete one holds: `✅ not started` has not been started.
  init?(_ text: some StringProtocol) {
    var reader = Reader(text)
    reader.read()
    guard let status = reader.status else { return nil }
    self = status
  }

  /// The same for a text that holds nothing else, as behind the title of a section.
  init?(whole text: some StringProtocol) {
    var reader = Reader(text)
    reader.read()
    guard let status = reader.status, reader.isWhole else { return nil }
    self = status
  }

  /// What a sign says by itself.
  static func state(of sign: Unicode.Scalar) -> PlanState? {
    guard sign.value >= 0x2000 else { return nil }
    return switch sign {
    case "✅", "✔", "✓", "☑", "🗹", "☒": .done
    case "⬜", "☐", "◻", "⚪", "🔲", "⭕", "📋", "❌", "✗", "✘", "🔴": .todo
    case "🚧", "🔄", "⏳", "⌛", "🟡", "🟠", "🏗", "🔨", "🔵": .inProgress
    case "🚫", "⛔", "🛑": .blocked
    case "⏸", "💤", "🔮", "🔜": .deferred
    case "🗑": .cancelled
    default: nil
    }
  }

  /// What up to three words say, in lower case with single spaces.
  static func state(of phrase: String) -> PlanState? { phrases[phrase] }

  private static let phrases: [String: PlanState] = {
    let words: [(PlanState, [String])] = [
      (
        .done,
        [
          "done", "complete", "completed", "finished", "shipped", "implemented", "merged", "closed", "resolved",
          "released", "delivered", "fixed", "verified", "yes", "passed",
        ]
      ),
      (
        .todo,
        [
          "todo", "to do", "not started", "not yet", "not yet started", "open", "pending", "planned", "backlog", "no",
          "new", "queued", "upcoming", "draft", "proposed", "next", "unstarted", "incomplete", "not done", "ready",
          "not complete", "not completed", "not implemented", "missing", "failed", "to be done", "tbd",
        ]
      ),
      (
        .inProgress,
        [
          "in progress", "in work", "wip", "ongoing", "active", "started", "doing", "partial", "partially", "in review",
          "review", "in testing", "testing", "working", "current", "mostly done", "mostly complete", "almost done",
          "partially done", "partially complete", "partially completed", "in development", "underway",
        ]
      ),
      (.blocked, ["blocked", "on hold", "waiting", "stuck"]),
      (.deferred, ["deferred", "postponed", "later", "paused", "future", "someday"]),
      (
        .cancelled,
        [
          "cancelled", "canceled", "dropped", "abandoned", "obsolete", "wontfix", "won t do", "skipped", "n a",
          "superseded", "removed", "rejected", "deprecated", "not needed", "not applicable",
        ]
      ),
    ]
    var table: [String: PlanState] = [:]
    for (state, phrases) in words {
      for phrase in phrases { table[phrase] = state }
    }
    return table
  }()

  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var words: [String] = []
    private var sign: PlanState?
    private var share: Int?
    private var strayScalars = 0

    init(_ text: some StringProtocol) { scalars = Array(text.unicodeScalars.prefix(160)) }

    /// The state the first words name, and how many words it takes.
    private var phrase: (state: PlanState, count: Int)? {
      for count in stride(from: min(3, words.count), to: 0, by: -1) {
        if let state = PlanStatus.state(of: words[..<count].joined(separator: " ")) { return (state, count) }
      }
      return nil
    }

    var status: PlanStatus? {
      let phrase = phrase?.state
      if let share {
        if share == 0 { return PlanStatus(phrase == .done ? .todo : phrase ?? .todo) }
        return PlanStatus(share >= 1000 && (phrase ?? .done) == .done ? .done : .inProgress, share: share)
      }
      guard let phrase else { return sign.map { PlanStatus($0) } }
      if let sign, sign != .done, phrase == .done { return PlanStatus(sign) }
      return PlanStatus(phrase)
    }

    var isWhole: Bool {
      let rest = words.count - (phrase?.count ?? 0)
      return strayScalars == 0 && rest == 0
    }

    mutating func read() {
      while position < scalars.count {
        let scalar = scalars[position]
        if let state = PlanStatus.state(of: scalar) {
          if sign == nil || state != .done { sign = state }
          position += 1
        } else if scalar.properties.isAlphabetic {
          readWord()
        } else if scalar.value >= 0x30, scalar.value <= 0x39 {
          readNumber()
        } else if scalar == "[", position + 2 < scalars.count, scalars[position + 2] == "]" {
          readBox(scalars[position + 1])
        } else {
          if scalar.value >= 0x80, !scalar.properties.isVariationSelector, !scalar.properties.isDash {
            strayScalars += 1
          }
          position += 1
        }
      }
    }

    private mutating func readWord() {
      let start = position
      while position < scalars.count, scalars[position].properties.isAlphabetic { position += 1 }
      words.append(String(String.UnicodeScalarView(scalars[start..<position])).lowercased())
    }

    /// `80%` and `2/5` are shares; a date is nothing, and neither is any other number.
    private mutating func readNumber() {
      guard let first = integer() else { return }
      if position < scalars.count, scalars[position] == "%" {
        position += 1
        if first <= 100 { share = share ?? first * 10 }
      } else if position < scalars.count, scalars[position] == "/" {
        position += 1
        guard let second = integer(), second > 0, first <= second else { return }
        share = share ?? first * 1000 / second
      }
    }

    private mutating func integer() -> Int? {
      let start = position
      while position < scalars.count, scalars[position].value >= 0x30, scalars[position].value <= 0x39 { position += 1 }
      guard position > start, position - start <= 6 else { return nil }
      return scalars[start..<position].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }

    private mutating func readBox(_ mark: Unicode.Scalar) {
      position += 3
      switch mark {
      case "x", "X", "✓", "✔": sign = sign ?? .done
      case " ": sign = .todo
      case "~", "/", "-", ">": sign = .inProgress
      default: break
      }
    }
  }
}

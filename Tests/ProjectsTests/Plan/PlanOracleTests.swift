import ChildProcess
import Glibc
import JSON
import Projects
import Testing

/// Compares the tasks we find with what three other parsers find: in random Markdown, and in damaged real plans.
///
/// `GANTRY_ORACLE_CASES` says how many texts of each kind (default 400), `GANTRY_ORACLE_SEED` where the seeds begin. A
/// failure names its seed. The oracles run in `Tests/Oracles/tasks.py`, in one process for all texts.
@Suite struct PlanOracleTests {
  private static let script: String = {
    var root = #filePath.split(separator: "/", omittingEmptySubsequences: false)[...]
    root.removeLast(3)
    return root.joined(separator: "/") + "/Oracles/tasks.py"
  }()

  private static func number(_ name: String, _ fallback: UInt64) -> UInt64 {
    getenv(name).flatMap { UInt64(String(cString: $0)) } ?? fallback
  }

  private static let seeds: Range<UInt64> = {
    let first = number("GANTRY_ORACLE_SEED", 1)
    return first..<first + number("GANTRY_ORACLE_CASES", 400)
  }()

  /// The system's Python, for which the packages are installed, unless another is named.
  private static func ask(_ input: [UInt8]) throws -> ChildOutput {
    let python = getenv("GANTRY_PYTHON").map { String(cString: $0) } ?? "/usr/bin/python3"
    return try ChildCommand(python, [script], environment: ["LC_ALL": "C.UTF-8"], input: .bytes(input)).run()
  }

  static let areThere: Bool = {
    do { return try ask([]).status.isSuccess } catch { return false }
  }()

  @Test(.enabled(if: areThere, "no oracles: install libmd4c0, libcmark and python3-markdown-it (make setup)"))
  func `random markdown holds the tasks that others find`() throws {
    let texts = Self.seeds.map { seed in
      var cases = OracleCases(seed: seed)
      return cases.invented()
    }
    try compare(texts)
  }

  @Test(
    .enabled(if: areThere, "no oracles: install libmd4c0, libcmark and python3-markdown-it (make setup)"),
    .enabled(if: PlanCorpusTests.isThere, "no plan corpus; name its directory with GANTRY_PLAN_CORPUS"))
  func `damaged real plans hold the tasks that others find`() throws {
    let plans = try PlanCorpusTests.plans().map {
      $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let texts = Self.seeds.map { seed in
      var cases = OracleCases(seed: seed)
      return cases.damaged(plans[Int(seed % UInt64(plans.count))])
    }
    try compare(texts)
  }

  /// The tasks of GFM around one; other boxes are no tasks to others.
  private static func depth(of task: PlanTask, in document: PlanDocument) -> Int {
    var depth = 0
    var next = task.parent
    while let parent = next {
      if document.tasks[parent].isGFM { depth += 1 }
      next = document.tasks[parent].parent
    }
    return depth
  }

  private func compare(_ texts: [String]) throws {
    var questions = JSONWriter()
    var input: [UInt8] = []
    for text in texts {
      questions = JSONWriter()
      questions.string(text)
      input += questions.bytes + [0x0A]
    }
    let output = try Self.ask(input)
    try #require(output.status.isSuccess, "\(String(decoding: output.stderrTail, as: UTF8.self))")
    let answers = output.output.split(separator: 0x0A)
    try #require(answers.count == texts.count)
    var agreeing = (md4c: 0, markdownIt: 0)
    for (index, text) in texts.enumerated() {
      let answer = try JSON.parse(Array(answers[index]))
      let seed = Self.seeds.lowerBound + UInt64(index)
      let bytes = Array(text.utf8)
      let ours = PlanParser.parse(bytes)
      // Front matter is no Markdown, so the others take it for something else.
      if ours.frontMatterLines > 0 { continue }
      let tasks = ours.tasks.filter(\.isGFM).map { ($0, Self.depth(of: $0, in: ours)) }
      let lines = tasks.map { OracleTask(isChecked: $0.isChecked, depth: $1, place: $0.line) }
      let offsets = tasks.map { OracleTask(isChecked: $0.isChecked, depth: $1, place: $0.offset + 1) }
      let verdict = OracleVerdict(
        cmark: try answer.tasks("cmark"), md4c: try answer.tasks("md4c"), markdownIt: try answer.tasks("markdown_it"))
      #expect(
        verdict.accepts(lines, offsets: offsets, in: text),
        "seed \(seed): \(text.debugDescription): ours \(lines), \(verdict)")
      if verdict.md4c == offsets { agreeing.md4c += 1 }
      if verdict.markdownIt == lines { agreeing.markdownIt += 1 }
    }
    // If not, it is not their quirks any more: something is wrong with the comparison.
    #expect(agreeing.md4c * 10 > texts.count * 9, "\(agreeing) of \(texts.count)")
    #expect(agreeing.markdownIt * 100 > texts.count * 98, "\(agreeing) of \(texts.count)")
  }
}

extension JSON {
  fileprivate func tasks(_ name: String) throws -> [OracleTask] {
    try #require(self[name]?.arrayValue).map { task in
      let numbers = (0..<3).compactMap { task[$0]?.intValue.map { Int($0) } }
      try #require(numbers.count == 3)
      return OracleTask(isChecked: numbers[0] == 1, depth: numbers[1], place: numbers[2])
    }
  }
}

import Testing

@testable import Projects

@Suite struct TaskMatcherTests {
  /// Which task of the old plan each task of the new one was.
  func match(_ old: String, _ new: String, comparisons: Int = 10_000) -> [Int?] {
    let table = TaskTable()
    var matcher = TaskMatcher(table, comparisons: comparisons)
    let keys = [old, new].map { table.keys(of: PlanParser.parse(Array($0.utf8))) }
    return matcher.match(keys[0], keys[1])
  }

  @Test func `a task is the same when only its box, its case or its marks differ`() {
    #expect(match(plan("  Write the **parser**", "  b"), plan("x ~~write the parser~~ ✅ 2026-01-02", "  b")) == [0, 1])
  }

  @Test func `a renamed task is the one most like it`() {
    #expect(
      match(
        plan("  Write the parser for plans", "  Write the printer for plans"),
        plan("  Write a fast printer for plans", "  Write a fast parser for plans")) == [1, 0])
    #expect(match(plan("  Write the parser"), plan("  Buy milk")) == [nil])
    #expect(match(plan("  解析器を書く"), plan("  解析器を書くこと")) == [0])
  }

  @Test func `a renumbered task goes by its text`() {
    #expect(
      match(plan("  1.1 parse", "  1.2 print", "  1.3 ship"), plan("  1.1 plan", "  1.2 parse", "  1.3 print"))
        == [nil, 0, 1])
    #expect(match(plan("  T001 [P] [US1] parse"), plan("  T014 [US2] parse")) == [0])
    #expect(match(plan("  3. go", "  3 go"), plan("  3 go", "  4. go")) == [1, 0])
  }

  @Test func `an id that is kept carries a text that is not`() {
    #expect(
      match(
        plan("  WP-010 store snapshots", "  WP-011 x"), plan("  WP-011 x", "  WP-010 snapshots are kept on disk"))
        == [1, 0])
    // The same number for something else is another task.
    #expect(match(plan("  WP-010 store snapshots"), plan("  WP-010 buy milk")) == [nil])
  }

  @Test func `a task moves between sections, and sections change their names`() {
    #expect(
      match(plan("# One", "  a", "  b", "# Two", "  c"), plan("# One", "  b", "# Two", "  c", "  a")) == [1, 2, 0])
    #expect(match(plan("# One", "  a", "  b"), plan("# Phase 1: One", "  a", "  b")) == [0, 1])
  }

  @Test func `tasks with the same text are told apart by section, then by order`() {
    let two = plan("# One", "x test", "# Two", "  test")
    #expect(match(two, plan("# Two", "  test")) == [1])
    #expect(match(plan("  test", "  test"), plan("  test", "  test", "  test")) == [0, 1, nil])
    #expect(match(two, plan("# Two", "  test", "# One", "x test")) == [1, 0])
  }

  @Test func `what is over the budget of comparisons counts as new`() {
    #expect(match(plan("  Write the parser"), plan("  Write a parser"), comparisons: 0) == [nil])
    #expect(match(plan("  a", "  Write the parser"), plan("  a", "  Write a parser"), comparisons: 1) == [0, 1])
  }
}

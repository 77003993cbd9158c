import JSON
import Testing

@testable import gantry

@Suite("What people see")
struct OutputTests {
  private let plain = Terminal(outputIsTerminal: false, errorIsTerminal: false, usesColour: false, columns: nil)
  private let narrow = Terminal(outputIsTerminal: true, errorIsTerminal: true, usesColour: false, columns: 24)

  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("🎣", 2), ("👩‍💻", 2), ("❤️", 2), ("ｆｕｌｌ", 8), ("한글", 4),
    ("→ ✓", 3), ("", 0), ("🇨🇭", 2), ("a\u{200B}b", 2),
  ])
  func `texts have the width that terminals give them`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `a text is cut by cells and not by characters`() {
    #expect(DisplayWidth.fitting("漢字漢字", into: 5) == "漢字…")
    #expect(DisplayWidth.fitting("漢字漢字", into: 6) == "漢字…")
    #expect(DisplayWidth.fitting("fits", into: 4) == "fits")
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "�[31mred"), ("two\nlines\tand", "two lines and"), ("bell\u{7}", "bell�"),
    ("\u{202E}evil", "�evil"), ("\u{9B}31m", "�31m"), ("naïve 漢 👩‍💻", "naïve 漢 👩‍💻"),
  ])
  func `nothing from a repository can steer the terminal`(text: String, shown: String) {
    #expect(printable(text) == shown)
  }

  @Test func `columns are aligned whatever the script`() {
    var table = Table(.init("NAME"), .init("N", alignsRight: true), .init("NOTE"))
    table.add("漢字", "7", "x")
    table.add("plain", "12", .init(nil))
    #expect(table.lines(for: plain) == ["NAME    N  NOTE", "漢字    7  x", "plain  12  -"])
  }

  @Test func `a column gives way in a narrow terminal and nowhere else`() {
    var table = Table(.init("ID"), .init("SOURCE", shrinks: true))
    table.add("1234567890", "/home/me/a/long/way/down")
    #expect(table.lines(for: narrow)[1] == "1234567890  /home/me/a/…")
    #expect(table.lines(for: plain)[1] == "1234567890  /home/me/a/long/way/down")
  }

  @Test func `colour is only for terminals`() {
    let coloured = Terminal(outputIsTerminal: true, errorIsTerminal: true, usesColour: true, columns: 80)
    #expect(coloured.styled("x", .bad) == "\u{1B}[31mx\u{1B}[0m")
    #expect(plain.styled("x", .bad) == "x")
  }

  @Test func `times are shown by their age`() {
    let noon = 1_764_590_400
    #expect(Age.of("2025-12-01T12:00:00.000Z", now: noon) == "0s")
    #expect(Age.of("2025-12-01T11:58:59.999Z", now: noon) == "1m")
    #expect(Age.of("2025-12-01T12:00:30.000Z", now: noon) == "0s")
    #expect(Age.of("2025-11-29T12:00:00Z", now: noon) == "2d")
    #expect(Age.of("some day", now: noon) == "some day")
    #expect(Age.of(nil, now: noon) == nil)
  }

  @Test func `the error of an attempt before is not that of a job that runs`() {
    let error: JSON = ["kind": "gitFailed", "message": "no network"]
    let running: JSON = ["status": "processing", "error": error, "progress": ["message": "fetching"]]
    #expect(JobView.details(running, plain).last == "Before    gitFailed: no network")
    #expect(JobView.list(["jobs": [running]], plain)[1].hasSuffix("fetching"))
    #expect(JobView.list(["jobs": [["status": "pending", "error": error]]], plain)[1].hasSuffix("before: no network"))
    #expect(JobView.details(["status": "failed", "error": error], plain)[1] == "Error   gitFailed: no network")
  }

  @Test func `counts are told from the names that they are of`() {
    let users: JSON = ["refreshes_by_user": [["name": "1000", "count": 3]]]
    #expect(MonitoringView.metrics(users, plain)[0] == "Refreshes  3 by user 1000")
  }

  @Test func `schedules are listed below their names`() {
    let schedule: JSON = ["schedule_id": "s", "cron": "@daily", "timezone": "UTC", "type": "noop", "name": "n"]
    let lines = ScheduleView.list(["schedules": [schedule]], plain)
    #expect(
      lines == [
        "SCHEDULE  NAME  CRON    ZONE  TYPE  PROJECT  NEXT", "s         n     @daily  UTC   noop           never",
      ])
  }

  @Test func `an empty list says what to do`() {
    #expect(ProjectView.list(["projects": []], plain) == ["No projects yet. Add one with: gantry refresh PATH"])
    #expect(PlanView.lines(.null, tasks: [], plain)[0].contains("PLAN.md"))
  }

  @Test func `a plan is a tree with bars, and says what does not count`() {
    let plan: JSON = [
      "path": "PLAN.md", "plan_path": "PLAN.md", "tasks_count": 3, "tasks_done": 1, "progress_percentage": 33.3,
      "committed": ["uncommitted_done": 2], "blocked_count": 1, "next_task": ["text": "go", "line": 9],
      "weeks": ["first": 1, "last": 8, "current": 3],
      "sections": [
        ["title": "All", "items_count": 4, "items_done": 1],
        ["title": "Part", "parent": 0, "items_count": 2, "items_done": 1],
      ],
    ]
    let tasks: [JSON] = [
      ["text": "a", "line": 3, "section": 1, "checked": true, "depth": 0],
      ["text": "b", "line": 4, "section": 1, "checked": false, "depth": 1, "state": "in_progress", "blocked": true],
      [
        "text": "c", "line": 5, "section": 0, "checked": false, "depth": 0, "state": "cancelled", "reason": "cancelled",
      ],
    ]
    #expect(
      PlanView.lines(plan, tasks: tasks, plain) == [
        "PLAN.md, 1 of 3 tasks done (33.3 %), +2 uncommitted", "next: go  :9", "week 3 of 8", "1 blocked", "",
        "All  ██▌        1/4", "  Part  █████      1/2", "    [x] a  :3", "      [/] b  (blocked)  :4", "",
        "  [-] c  (not counted: cancelled)  :5",
      ])
  }

  @Test func `views survive a daemon that says less than they know`() {
    #expect(PlanView.lines(["path": "PLAN.md"], tasks: [[:]], plain).count == 2)
    #expect(ExplanationView.lines([:], boxes: [[:]], plain).count == 4)
    #expect(JobView.details([:], plain) == ["Status  ?"])
    #expect(JobView.list(["jobs": [[:]]], plain).count == 2)
    #expect(QueueView.lines([:], plain) == [])
    #expect(SkillsView.lines([[:]], plain).count == 2)
    #expect(SkillsView.evidence([[:]], plain) == ["?  -", "  PLACE  KIND  COUNTS  BLOB  LINE"])
    #expect(SkillsView.person([[:]], plain).count == 2)
    #expect(ProgressView.lines([[:]], [:], plain, usesBlocks: true, refresh: "gantry refresh").count == 10)
    #expect(ProgressView.ticks([[:]], plain, refresh: "gantry refresh").count == 1)
  }

  @Test func `a bar is as wide as its share, and never wrongly empty or full`() {
    #expect(Bar.of(0, cells: 4) == "    ")
    #expect(Bar.of(0.5, cells: 4) == "██  ")
    #expect(Bar.of(1, cells: 4) == "████")
    #expect(Bar.of(0.001, cells: 4) == "▏   ")
    #expect(Bar.of(0.999, cells: 4) == "███▉")
    #expect(Bar.of(7, cells: 2) == "██")
  }

  @Test func `a chart shows what stood at the end of each column, with blocks or without`() {
    let points = [(0.0, 0.25), (0.5, 0.5), (1.0, 1.0)].map { ColumnChart.Point(place: $0.0, value: $0.1) }
    #expect(ColumnChart(usesBlocks: true, height: 2).lines(points, width: 4) == ["   █", "▄▄██"])
    #expect(ColumnChart(usesBlocks: false, height: 2).lines(points, width: 4) == ["   #", "####"])
    let edges = [0.001, 0.999].enumerated().map { ColumnChart.Point(place: Double($0.offset), value: $0.element) }
    #expect(ColumnChart(usesBlocks: true, height: 1).lines(edges, width: 2) == ["▁▇"])
    let none = [ColumnChart.Point(place: 0.3, value: 0.5), ColumnChart.Point(place: 0.6, value: nil)]
    #expect(ColumnChart(usesBlocks: true, height: 1).lines(none, width: 4) == [" ▄  "])
  }

  @Test func `the locale says whether blocks can be drawn`() {
    #expect(ColumnChart.localeIsUTF8 { ["LANG": "C.UTF-8"][$0] })
    #expect(ColumnChart.localeIsUTF8 { ["LC_ALL": "", "LC_CTYPE": "de_DE.utf8", "LANG": "C"][$0] })
    #expect(!ColumnChart.localeIsUTF8 { ["LC_ALL": "C", "LANG": "C.UTF-8"][$0] })
    #expect(!ColumnChart.localeIsUTF8 { _ in nil })
  }

  @Test func `skills that only others brought are counted and not listed`() {
    let skills: [JSON] = [
      ["name": "Redis", "category": "database", "confidence": 0.9, "relation": "direct"],
      ["name": "Babel", "category": "build_tool", "confidence": 0.3, "relation": "transitive"],
      ["name": "Jest", "category": "testing", "confidence": 0.7, "relation": "development"],
    ]
    let lines = SkillsView.lines(skills, plain, showsIndirect: false)
    #expect(lines.count == 4)
    #expect(lines[2].contains("testing, dev"))
    #expect(lines[3] == "1 more only through other packages; to list them, run: gantry skills --all")
    #expect(SkillsView.lines(skills, plain)[2].contains("build_tool, indirect"))
  }

  @Test func `the line of progress says what is known`() {
    let job: JSON = [
      "status": "processing",
      "progress": ["fraction": 0.456, "stage": "fetching", "message": "objects", "current": 3, "total": 9],
    ]
    #expect(JobView.progressLine(job) == "45%  fetching  3/9  objects")
    #expect(JobView.progressLine(["status": "pending"]) == "waiting for a worker")
  }
}

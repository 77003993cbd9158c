import Testing

@testable import Projects

/// Every row of the rule files must do something; a row that cannot fire is a typing mistake.
@Suite struct RuleRowTests {
  private static func path(_ pattern: String) -> String {
    pattern.replacing("**", with: "a/b").replacing("*", with: "x")
  }

  /// A text that fulfils the conditions on content of a check, and the files it wants to exist.
  private static func fulfil(_ check: Check, beside path: PathName) -> (text: String, files: [String: String]) {
    var text = ""
    var files: [String: String] = [:]
    // The last alternative of each rule is as good as any, but conjunctions need all: so all of all.
    for condition in check.conditions {
      switch condition {
      case .start(let bytes): text = bytes.text + "\n" + text
      case .line(let bytes), .content(let bytes): text += bytes.text + "\n"
      case .sibling(let name): files[path.sibling(name)] = "x\n"
      case .root(let name): files[name] = "x\n"
      case .language, .more: break
      }
    }
    return (text, files)
  }

  @Test func everyTechnologyRowIsFound() throws {
    let table = try RuleTable("technologies", text: RuleText.technologies)
    let rules = try SkillsRules()
    for row in table.rows {
      let pattern = row["pattern"]
      let found =
        switch row["kind"] {
        case "dependency":
          rules.technologies.signals(
            of: try #require(Ecosystem(rawValue: row["ecosystem"])), dependency: Self.path(pattern))
        case "file": rules.technologies.signals(ofName: Self.path(pattern))
        default: rules.technologies.signals(ofPath: PathName(Self.path(pattern)))
        }
      let names = found.map { rules.technologies.technologies[rules.technologies.signals[$0].technology].name }
      #expect(names.contains(row["name"]), "technologies.tsv:\(row.line) \(row["name"]) \(pattern)")
    }
  }

  @Test func everyFileRowOfTechnologiesShowsInAReport() throws {
    let table = try RuleTable("technologies", text: RuleText.technologies)
    let rules = try SkillsRules()
    for row in table.rows where row["kind"] != "dependency" {
      let path = PathName(Self.path(row["pattern"]))
      var files = [path.path: "x\n"]
      let technology = try #require(rules.technologies.byName[row["name"]])
      let signal = TechnologyRules.Signal(technology: technology, kind: row["kind"], pattern: row["pattern"])
      if let weak = rules.weakSignals[signal] {
        let fulfilled = Self.fulfil(weak.check, beside: path)
        files.merge(fulfilled.files) { $1 }
        files[path.path] = fulfilled.text + "x\n"
      }
      #expect(try detect(files).technology(row["name"]) != nil, "technologies.tsv:\(row.line) \(row["pattern"])")
    }
  }

  @Test func everyLanguageRowIsFound() throws {
    let rules = try SkillsRules().languages
    for row in try RuleTable("languages", text: RuleText.languages).rows {
      let language = rules.byName[row["name"]]
      for name in row.words("filenames") { #expect(rules.match(filename: name) == language, "\(name)") }
      for interpreter in row.words("interpreters") { #expect(rules.match(interpreter: interpreter) == language) }
      for ending in row.words("extensions") {
        switch rules.match(extension: ending.lowercased()) {
        case .language(let found): #expect(found == language, "\(ending)")
        case .ambiguous(let readings):
          #expect(readings.contains { $0.language == language }, "\(row["name"]) \(ending)")
        case nil: Issue.record("\(row["name"]) \(ending)")
        }
      }
    }
  }

  @Test func everyAmbiguousExtensionEndsWithAReadingThatAlwaysHolds() throws {
    let rules = try SkillsRules().languages
    let endings = Set(try RuleTable("ambiguous", text: RuleText.ambiguous).rows.map { $0["extension"] })
    for ending in endings {
      guard case .ambiguous(let readings) = rules.match(extension: ending) else {
        Issue.record("\(ending) is not ambiguous")
        continue
      }
      #expect(readings.last?.check.holdsAlways == true, "\(ending)")
      #expect(readings.dropLast().allSatisfy { !$0.check.holdsAlways }, "\(ending) has a reading nobody reaches")
    }
  }

  @Test func everyAmbiguousRowDecidesForAFileThatFulfilsIt() throws {
    let rules = try SkillsRules().languages
    for row in try RuleTable("ambiguous", text: RuleText.ambiguous).rows {
      let check = try Check(row["check"], row: row)
      guard check.readsContent else { continue }
      let path = PathName("file\(row["extension"])")
      // Each alternative alone; the first reading that holds must be the row's.
      let (text, _) = Self.fulfil(check, beside: path)
      guard case .ambiguous(let readings) = rules.match(extension: row["extension"]) else { continue }
      let first = readings.first { $0.check.holds(content: Array(text.utf8)) { _ in false } }
      #expect(first?.language == rules.byName[row["language"]], "ambiguous.tsv:\(row.line)")
    }
  }

  @Test(arguments: ["vendored", "documentation"])
  func everyRowThatSetsFilesApartDoes(_ table: String) throws {
    let text = table == "vendored" ? RuleText.vendored : RuleText.documentation
    for row in try RuleTable(table, text: text).rows {
      let pattern = Self.path(row["pattern"])
      let path =
        switch row["kind"] {
        case "directory", "settings": "sub/\(pattern)/deep/code.go"
        case "prefix": pattern + "code.go"
        default: pattern
        }
      var files = [path: "package x\n", "main.go": "package main\n"]
      // A name without an ending would not count anyway, so it names its interpreter.
      if PathName(path).extensions.isEmpty { files[path] = "#!/bin/sh\n" }
      let report = try detect(files)
      #expect(report.bytes == 13, "\(table).tsv:\(row.line) \(path)")
    }
  }

  @Test func everyGeneratedRowLeavesItsFileOut() throws {
    let rules = try SkillsRules().generated
    for row in try RuleTable("generated", text: RuleText.generated).rows {
      switch row["kind"] {
      case "file": #expect(rules.matchesName(Self.path(row["pattern"])), "generated.tsv:\(row.line)")
      case "directory": #expect(rules.matchesDirectory("a/\(row["pattern"])/b"))
      case "marker", "tail":
        let lines = try #require(Int(row["lines"]))
        let isTail = row["kind"] == "tail"
        for ending in row.words("extensions") {
          func text(_ line: Int) -> [UInt8] {
            var all = Array(repeating: "let x = 1", count: 60)
            all[isTail ? all.count - line : line - 1] = "// \(row["pattern"])by a tool"
            return Array(all.joined(separator: "\n").utf8)
          }
          #expect(rules.matchesContent(text(lines), extension: ending), "generated.tsv:\(row.line) \(ending)")
          #expect(!rules.matchesContent(text(lines + 2), extension: ending), "generated.tsv:\(row.line) \(ending)")
        }
      default:
        for ending in row.words("extensions") {
          #expect(rules.matchesContent(Array(repeating: 0x78, count: 200), extension: ending))
        }
      }
    }
  }

  @Test func everyWeakSignalChangesWhatItsCheckSays() throws {
    for row in try RuleTable("weak_signals", text: RuleText.weakSignals).rows where row["kind"] != "dependency" {
      let path = PathName(Self.path(row["pattern"]))
      let check = try Check(row["check"], row: row)
      let (plain, confirmed) = (try #require(Double(row["weight"])), try #require(Double(row["confirmed"])))
      let without = try detect([path.path: "x\n"]).technology(row["technology"])
      if !check.holdsAlways { #expect((without?.evidence[0].weight ?? 0) == plain, "weak_signals.tsv:\(row.line)") }
      let (text, files) = Self.fulfil(check, beside: path)
      var tree = files
      tree[path.path] = text + "x\n"
      for case .language(let name) in check.conditions {
        tree["code" + (name == "Python" ? ".py" : name == "TypeScript" ? ".ts" : ".scss")] = "x\n"
      }
      let with = try #require(try detect(tree).technology(row["technology"]), "weak_signals.tsv:\(row.line)")
      #expect(with.evidence.contains { $0.path == path.path && $0.weight == confirmed }, "weak_signals.tsv:\(row.line)")
    }
  }

  @Test(arguments: [
    "name\ttype\tgroup\textensions\tfilenames\tinterpreters\nX\tprogramming\t\t.x",
    "name\ttype\tgroup\textensions\tfilenames\tinterpreters\nX\tpoetry\t\t.x\t\t",
    "name\ttype\tgroup\textensions\tfilenames\tinterpreters\nX\tprogramming\tY\t.x\t\t",
    "name\ttype\tgroup\textensions\tfilenames\tinterpreters\nX\tprogramming\t\t.x\t\t\nY\tprogramming\t\t.x\t\t",
  ])
  func mistakesInATableAreRefused(_ text: String) {
    #expect(throws: RuleError.self) {
      try LanguageRules(
        languages: RuleTable("languages", text: text),
        ambiguous: RuleTable("ambiguous", text: "extension\tlanguage\tcheck"))
    }
  }
}

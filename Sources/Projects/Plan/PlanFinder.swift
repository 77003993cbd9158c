/// Finds the files of a repository that may hold its plan.
///
/// The order, best first; names are compared without regard to ASCII case, `.md` and `.markdown` are the same:
/// 1. the project's own `plan_path`, whatever its name and place; it may also be a directory, whose Markdown files are
///    taken, or a pattern such as `docs/plan/phase-*.md` (`*` stops at a slash, `**` does not);
/// 2. at the root: `PLAN.md`, then `IMPLEMENTATION_PLAN.md` (also written with `-` or nothing between the words);
/// 3. `docs/PLAN.md`, `docs/IMPLEMENTATION_PLAN.md`, then everything below `docs/plan/` and `docs/plans/`
///    (`doc/` counts as `docs/`);
/// 4. `phase-*.md` and `phase_*.md`, at the root or anywhere else;
/// 5. `ROADMAP.md`, at the root, then below `docs/`;
/// 6. `TODO.md`, `TODOS.md` and `TODO_LIST.md`, at the root, then below `docs/`;
/// 7. task files: `tasks.md` at the root, `openspec/changes/*/tasks.md`, `specs/*/tasks.md`, `.kiro/specs/**/tasks.md`,
///    `.cursor/plans/*.plan.md`, `backlog/tasks/*.md`, `docs/tasks.md`;
/// 8. `README.md` at the root.
///
/// Of two files with the same rank the one nearer to the root comes first, then by path with numbers in their order.
/// Left out, save for `plan_path`: what lies in a directory of templates, fixtures, examples, archives, dependencies or
/// build products, and files named like a template. The plan is the first candidate with tasks, else the first of all;
/// `README.md` only with tasks (``PlanChooser``).
public enum PlanFinder {
  /// The candidates, best first.
  ///
  /// - Parameter planPath: the project's `plan_path`, relative to the root of the repository.
  public static func find(in entries: [TreeEntry], planPath: String? = nil) -> [PlanCandidate] {
    let explicit = planPath.map { PathPattern(normalized($0)) }
    var found: [(candidate: PlanCandidate, key: SortKey)] = []
    for entry in entries {
      if let explicit, explicit.matches(entry.path), entry.path == explicit.text || hasMarkdownExtension(entry.path) {
        found.append(
          (PlanCandidate(entry: entry, rank: .explicit), SortKey(rank: .explicit, place: 0, path: entry.path)))
      } else if let place = place(of: entry.path) {
        let key = SortKey(rank: place.rank, place: place.order, path: entry.path)
        found.append((PlanCandidate(entry: entry, rank: place.rank), key))
      }
    }
    found.sort { $0.key < $1.key }
    return found.map(\.candidate)
  }

  /// A path as trees write it: without `./` in front.
  private static func normalized(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    return String(path)
  }

  private static func place(of path: String) -> (rank: PlanCandidate.Rank, order: Int)? {
    guard hasMarkdownExtension(path) else { return nil }
    let parts = path.lowercased().split(separator: "/")
    guard let file = parts.last else { return nil }
    let stem = String(file.dropLast(file.hasSuffix(".md") ? 3 : 9))
    let directories = parts.dropLast()
    guard !directories.contains(where: { dropped.contains(String($0)) }), !isTemplate(stem) else { return nil }
    // Commands for agents, written like plans.
    if directories.starts(with: [".claude", "commands"]) { return nil }

    let isRoot = directories.isEmpty
    let isInDocs = directories.first == "docs" || directories.first == "doc"
    if let order = planNames.firstIndex(of: stem) {
      if isRoot { return (.plan, order) }
      if isInDocs, directories.count == 1 { return (.planDirectory, order) }
    }
    if isInDocs, let second = directories.dropFirst().first, second == "plan" || second == "plans" {
      return (.planDirectory, planNames.count)
    }
    if isPhase(stem) { return (.phase, 0) }
    if stem == "roadmap", isRoot || isInDocs { return (.roadmap, 0) }
    if todoNames.contains(stem), isRoot || isInDocs { return (.todo, 0) }
    if let order = taskFamily(Array(directories), stem: stem) { return (.tasks, order) }
    if isRoot, stem == "readme" { return (.readme, 0) }
    return nil
  }

  private static let planNames = ["plan", "implementation_plan", "implementation-plan", "implementationplan"]
  private static let todoNames: Set<String> = ["todo", "todos", "todo_list", "todo-list", "todolist"]
  private static let dropped: Set<String> = [
    "template", "templates", "fixture", "fixtures", "__fixtures__", "testdata", "test-data", "example", "examples",
    "archive", "archives", "archived", "node_modules", "vendor", "vendored", "third_party", "third-party", "thirdparty",
    "site-packages", "venv", ".venv", ".build", "build", "dist", "target", "pods", "carthage", "deps", ".git",
  ]

  /// Which family of task files a path belongs to, in the order of the list above.
  private static func taskFamily(_ directories: [Substring], stem: String) -> Int? {
    if stem == "tasks" {
      if directories.isEmpty { return 0 }
      if directories.count == 3, directories.starts(with: ["openspec", "changes"]) { return 1 }
      if directories.count == 2, directories[0] == "specs" { return 2 }
      if directories.count >= 3, directories.starts(with: [".kiro", "specs"]) { return 3 }
      if directories == ["docs"] || directories == ["doc"] { return 6 }
    }
    if directories == [".cursor", "plans"], stem.hasSuffix(".plan") { return 4 }
    return directories == ["backlog", "tasks"] ? 5 : nil
  }

  private static func hasMarkdownExtension(_ path: String) -> Bool {
    let bytes = path.utf8
    func ends(_ suffix: StaticString) -> Bool {
      guard bytes.count > suffix.utf8CodeUnitCount else { return false }
      return suffix.withUTF8Buffer { bytes.suffix($0.count).lazy.map(\.asciiLowercased).elementsEqual($0) }
    }
    return ends(".md") || ends(".markdown")
  }

  /// `phase-1-setup`, `phase_2_core`, `phase-03`; not `phaser`.
  private static func isPhase(_ stem: String) -> Bool {
    guard stem.hasPrefix("phase-") || stem.hasPrefix("phase_") else { return false }
    return stem.utf8.count > 6
  }

  private static func isTemplate(_ stem: String) -> Bool {
    ["_template", "-template", ".template"].contains { stem.hasSuffix($0) } || stem == "template"
      || stem.hasPrefix("template_") || stem.hasPrefix("template-")
  }

  private struct SortKey: Comparable {
    let rank: PlanCandidate.Rank
    let place: Int
    let path: String
    let depth: Int

    init(rank: PlanCandidate.Rank, place: Int, path: String) {
      self.rank = rank
      self.place = place
      self.path = path
      depth = path.utf8.reduce(0) { $1 == 0x2F ? $0 + 1 : $0 }
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.place != right.place { return left.place < right.place }
      if left.depth != right.depth { return left.depth < right.depth }
      return NaturalOrder.precedes(left.path, right.path)
    }
  }
}

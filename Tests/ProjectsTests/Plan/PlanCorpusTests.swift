import Glibc
import JSON
import Projects
import Testing

/// Real plan files with figures counted by three other parsers. They belong to others and stay outside the project:
/// `GANTRY_PLAN_CORPUS` names their directory, by default `shared/data` beside the checkout.
@Suite struct PlanCorpusTests {
  static let directory: String = {
    if let named = getenv("GANTRY_PLAN_CORPUS") { return String(cString: named) }
    var root = #filePath.split(separator: "/", omittingEmptySubsequences: false)[...]
    root.removeLast(4)
    return root.joined(separator: "/") + "/../shared/data"
  }()

  static let isThere = access(directory + "/plans/expected.json", R_OK) == 0

  @Test(.enabled(if: isThere, "no plan corpus; name its directory with GANTRY_PLAN_CORPUS"))
  func everyFileGivesItsFigures() throws {
    let expected = try #require(try JSON.parse(try Self.read("plans/expected.json")).arrayValue)
    #expect(!expected.isEmpty)
    for entry in expected {
      let name = try #require(entry["file"]?.stringValue)
      let document = PlanParser.parse(try Self.read("plans/" + name))
      #expect(document.counts == counts(entry["gfm"]), "\(name)")
      #expect(document.leafCounts == counts(entry["leaf_only"]), "\(name)")
      #expect(document.sections.count == entry["headings"]?.intValue.map { Int($0) }, "\(name)")
      #expect(document.frontMatterLines == entry["front_matter_lines"]?.intValue.map { Int($0) }, "\(name)")
      #expect(document.tasks.map(\.depth).max() ?? 0 == entry["max_depth"]?.intValue.map { Int($0) }, "\(name)")
      for (marker, count) in entry["non_gfm_markers"]?.objectValue ?? [:] {
        let found = document.markers.first { $0.marker == marker }
        #expect(found?.count == count.intValue.map { Int($0) }, "\(name): \(marker) among \(document.markers)")
      }
      try compareSections(document, entry, name)
    }
  }

  private func compareSections(_ document: PlanDocument, _ entry: JSON, _ name: String) throws {
    let expected = try #require(entry["sections"]?.arrayValue)
    // The expected figures leave out the sections without a task.
    let sections = document.sections.filter { $0.subtree.total > 0 }
    #expect(sections.count == expected.count, "\(name)")
    for (section, wanted) in zip(sections, expected) {
      let place = "\(name):\(section.line) \(section.title)"
      #expect(section.level == wanted["level"]?.intValue.map { Int($0) }, "\(place)")
      #expect(section.line == wanted["line"]?.intValue.map { Int($0) }, "\(place)")
      #expect(section.direct == pair(wanted["direct"]), "\(place)")
      #expect(section.subtree == pair(wanted["subtree"]), "\(place)")
    }
  }

  private func counts(_ json: JSON?) -> PlanCounts? {
    guard let total = json?["total"]?.intValue, let done = json?["done"]?.intValue else { return nil }
    return PlanCounts(total: Int(total), done: Int(done))
  }

  private func pair(_ json: JSON?) -> PlanCounts? {
    guard let done = json?[0]?.intValue, let total = json?[1]?.intValue else { return nil }
    return PlanCounts(total: Int(total), done: Int(done))
  }

  /// The texts of all plans, in the order of `expected.json`.
  static func plans() throws -> [String] {
    let expected = try #require(try JSON.parse(try read("plans/expected.json")).arrayValue)
    return try expected.map {
      String(decoding: try read("plans/" + (try #require($0["file"]?.stringValue))), as: UTF8.self)
    }
  }

  private static func read(_ name: String) throws -> [UInt8] {
    let file = try #require(fopen(directory + "/" + name, "re"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

import Foundation
import GantryTestSupport
import JobModel
import Testing

@testable import Projects

/// Run on demand: `GANTRY_LINGUIST=1 swift test --filter LinguistOracleTests`.
@Suite(.enabled(if: LinguistOracle.isWanted, LinguistOracle.reason), .serialized)
struct LinguistOracleTests {
  /// Compares a repository in place, and prints the figures of both.
  private func compare(_ name: String, _ project: Project, _ sandbox: GitSandbox) throws {
    let oracle = try LinguistOracle(repository: project.source)
    let tree = try sandbox.open(project).tree
    let start = Date()
    let report = try SkillsDetector.detect(in: tree)
    let seconds = Date().timeIntervalSince(start)
    let differences = try oracle.differences(from: report, in: tree)
    print(
      "\(name): \(report.files) files, \(report.languages.count) languages; here \(Int(seconds * 1000)) ms,",
      "github-linguist \(Int(oracle.seconds * 1000)) ms")
    let theirs = oracle.shares
    for name in Set(theirs.keys).union(report.languages.map(\.name)).sorted() {
      let ours = report.languages.first { $0.name == name }?.share ?? 0
      print("  \(name): \(String(format: "%.2f", ours)) here, \(String(format: "%.2f", theirs[name] ?? 0)) there")
    }
    #expect(!theirs.isEmpty, "\(name): github-linguist found nothing, so nothing was compared")
    for difference in differences { Issue.record("\(name), \(difference)") }
  }

  @Test(arguments: OracleRepository.all) func `shares are within a percentage point`(
    _ repository: OracleRepository
  ) throws {
    let sandbox = GitSandbox()
    sandbox.repository("a", repository.files)
    try compare(repository.name, sandbox.project(local: "a"), sandbox)
  }

  @Test(arguments: LinguistOracle.repositories) func `a repository of this machine agrees, too`(
    _ path: String
  ) throws {
    let sandbox = GitSandbox()
    let project = Project(
      id: ProjectID(high: 1, low: 2), source: path, kind: .local, name: path,
      createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0))
    try compare(path, project, sandbox)
  }
}

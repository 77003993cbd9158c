import Foundation
import Testing

@testable import GantryServer

@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

  /// The blocks of TOML in a document, in order.
  private static func blocks(of document: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    return text.split(separator: "```toml\n").dropFirst().compactMap {
      $0.split(separator: "\n```").first.map(String.init)
    }
  }

  /// With the keys that are commented out.
  private static func complete(_ block: String) -> String {
    block.replacing(/(?m)^# (?=[a-z_]+ = )/, with: "")
  }

  @Test func theReadmeShowsEveryKeyAndItsExampleIsValid() throws {
    let block = try #require(Self.blocks(of: "README.md").first)
    let file = try ConfigurationFile(text: block, path: "README.md")
    // What is commented out is shown too, and must be a key as well: one that is none cannot be read.
    let complete = Self.complete(block)
    #expect(throws: Never.self) { try ConfigurationFile(text: complete, path: "README.md") }
    let shown = KeyLines(complete)
    // Each example of a job type shows some of the keys.
    var missing: Set<[String]> = []
    for key in file.knownKeys where shown.line(exactly: key) == nil { missing.insert(key) }
    let types = ["thumbnail", "indexer"]
    missing = missing.filter { key in
      key.first != "job_types" || types.allSatisfy { missing.contains(["job_types", $0] + key.dropFirst(2)) }
    }
    #expect(missing.isEmpty)
    #expect(file.knownKeys.count > 50)
    #expect(file.queue == ServerConfiguration.Queue())
    #expect(file.limits == ServerConfiguration.Limits())
    #expect(file.rateLimits == ServerConfiguration.RateLimits())
    #expect(file.retention == ServerConfiguration.Retention())
    let defaults = ServerConfiguration(socketPath: "/s", stateDirectory: "/d")
    var merged = defaults
    merged.merge(file)
    merged.jobTypes = [:]
    #expect(merged == defaults)
  }

  @Test(arguments: ["README.md", "protocol/PROTOCOL.md"])
  func everyExampleOfAConfigurationCanBeUsed(document: String) throws {
    let blocks = try Self.blocks(of: document)
    #expect(!blocks.isEmpty)
    for block in blocks { _ = try ConfigurationFile(text: Self.complete(block), path: document) }
  }
}

import Foundation
import Testing

@testable import GantryServer

@Suite struct ReadmeTests {
  @Test func theReadmeShowsEveryKeyAndItsExampleIsValid() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.split(separator: "```toml\n").dropFirst().first?.split(separator: "\n```").first)
    let file = try ConfigurationFile(text: String(block), path: "README.md")
    // What is commented out is shown too.
    let shown = KeyLines(String(block).replacing("\n# ", with: "\n"))
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
  }
}

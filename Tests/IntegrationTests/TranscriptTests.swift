import GantryTestSupport
import JSON
import Testing

/// The transcripts of `protocol/transcripts`, each held with a daemon of its own.
@Suite("Golden transcripts")
struct TranscriptTests {
  private static let directory = "protocol/transcripts"
  static let names = PackageFiles.names(in: directory).filter { $0.hasSuffix(".txt") }

  @Test("There are transcripts, and each of them expects something")
  func thereAreSome() throws {
    #expect(Self.names.count > 10)
    for name in Self.names {
      #expect(try PackageFiles.text("\(Self.directory)/\(name)").contains("\n<-- "), "\(name)")
    }
  }

  @Test("The daemon answers as written down", arguments: names)
  func transcript(name: String) throws {
    let stage = try TemporaryDirectory()
    let repository = try GitRepository(in: stage)
    try repository.write("PLAN.md", Self.plan)
    try repository.commit()
    let daemon = try Daemon()
    let client = try daemon.connect()
    client.captures["project"] = .string(repository.path)
    try Transcript(PackageFiles.text("\(Self.directory)/\(name)")).run(in: client)
  }

  /// The plan that the transcripts' README shows.
  private static let plan = """
    # Plan

    ## Foundation

    - [x] Choose a name
    - [x] Write it down

    ## Walls

    - [ ] Build them
    - [ ] Paint them

    """
}

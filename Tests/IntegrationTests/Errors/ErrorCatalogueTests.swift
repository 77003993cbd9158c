import GantryTestSupport
import Glibc
import JSON
import Testing

/// Every kind of error in the document, brought about with a real daemon; a kind that nobody brings about fails here.
@Suite struct ErrorCatalogueTests {
  private static let provocations = WireErrorProvocations.all + WorkErrorProvocations.all + JobErrorProvocations.all

  /// Members of `data` that only some errors of their kind have.
  private static let optional: [String: Set<String>] = ["invalidParams": ["pointer", "expected", "received"]]

  /// What the document says about a kind.
  private static func entries() throws -> [String: JSON] {
    let document = try JSON.parse(PackageFiles.text("protocol/openrpc.json"))
    let list = try document.member("x-errorCatalog").arrayValue ?? []
    return Dictionary(uniqueKeysWithValues: try list.map { (try $0.member("kind").stringValue ?? "", $0) })
  }

  @Test func everyKindIsBroughtAboutHere() throws {
    let kinds = Self.provocations.map(\.kind)
    #expect(Set(kinds) == Set(try Self.entries().keys))
    #expect(Set(kinds).count == kinds.count)
  }

  @Test(arguments: provocations.map(\.kind))
  func theErrorIsAsTheDocumentSays(_ kind: String) throws {
    let provocation = try #require(Self.provocations.first { $0.kind == kind })
    guard geteuid() == 0 || !provocation.needsRoot else {
      return print("skipped: '\(kind)' needs a second user, and only root can be two")
    }
    let entry = try #require(try Self.entries()[kind])
    let stage = try ErrorStage()
    let error = try provocation.error(stage)
    let message = try #require(error["message"]?.stringValue, "\(error)")
    #expect(message.count > 20)
    #expect([".", ")"].contains(message.suffix(1)), "\(message)")
    if entry["scope"] == "job" {
      #expect(error["kind"]?.stringValue == kind, "\(error)")
      return
    }
    #expect(error["code"] == entry["code"], "\(error)")
    #expect(error["data"]?["kind"]?.stringValue == kind, "\(error)")
    let described = Set(entry["data"]?.objectValue?.keys ?? [])
    let given = Set(error["data"]?.objectValue?.keys ?? []).subtracting(["kind"])
    #expect(given.isSubset(of: described), "\(error)")
    #expect(described.subtracting(Self.optional[kind] ?? []).isSubset(of: given), "\(error)")
    for member in given { #expect(error["data"]?[member] != .null, "\(member) of \(error)") }
    // Whatever went wrong was one request's affair.
    if let client = stage.survivor { try client.expectAlive() }
  }
}

/// How one kind of error comes about.
struct ErrorProvocation: Sendable {
  var kind: String
  /// Only root can be two users.
  var needsRoot = false
  /// Brings it about; gives the error of the answer, or that of the job.
  var error: @Sendable (ErrorStage) throws -> JSON

  init(_ kind: String, needsRoot: Bool = false, _ error: @escaping @Sendable (ErrorStage) throws -> JSON) {
    self.kind = kind
    self.needsRoot = needsRoot
    self.error = error
  }
}

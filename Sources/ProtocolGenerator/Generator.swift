import JSON

/// Everything that follows from the document, as texts by path from the root of the project.
public struct Generator {
  private let document: ProtocolDocument

  /// Where the Swift files go; everything there is generated.
  public static let swiftDirectory = "Sources/GantryProtocol/Generated"
  public static let documentPath = "protocol/openrpc.json"
  public static let pagePath = "protocol/PROTOCOL.md"
  public static let shellPath = "clients/shell/verbs.sh"

  public init(_ document: ProtocolDocument) {
    self.document = document
  }

  /// - Parameter page: `PROTOCOL.md` as it stands; only its tables change.
  public func files(page: String) throws(DocumentError) -> [String: String] {
    var files: [String: String] = [:]
    for (name, text) in try SwiftGenerator(document: document).files() {
      files["\(Self.swiftDirectory)/\(name)"] = text
    }
    files[Self.shellPath] = ShellGenerator(document: document).text()
    files[Self.pagePath] = try MarkdownGenerator(document: document).updated(page)
    return files
  }
}

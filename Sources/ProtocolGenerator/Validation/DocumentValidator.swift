import JSON

/// Holds a document against OpenRPC 1.3.2, against the subset of JSON Schema that the generator knows, and against this
/// project's own rules. Needs no network and no other tool.
public struct DocumentValidator {
  private let root: JSON

  public init(_ root: JSON) {
    self.root = root
  }

  /// Everything that is wrong, structure first; empty for a good document.
  public func errors() -> [DocumentError] {
    var list = ErrorList()
    if let key = root.firstDuplicateKey() { list.add(key, "stands there twice") }
    OpenRPCRules(root: root).check(&list)
    // The other rules read what these have found to be in order.
    guard list.errors.isEmpty else { return list.errors }
    SchemaRules(root: root).check(&list)
    DocumentLint(root: root).check(&list)
    return list.errors
  }
}

/// Names the content of evidence as git would: files of a commit come with their object ids, those of a working tree
/// are hashed. Filters such as line ending conversion are not applied, since they may be programs.
struct BlobIDs {
  private let tree: any SourceTree
  private let entries: [String: TreeEntry]
  private let limit: Int
  private var known: [String: String?] = [:]

  init(tree: any SourceTree, entries: some Sequence<TreeEntry>, limit: Int) {
    self.tree = tree
    self.entries = Dictionary(entries.lazy.filter { $0.oid == nil }.map { ($0.path, $0) }) { first, _ in first }
    self.limit = limit
  }

  /// The skill with the object ids of its evidence, as far as they can be known.
  mutating func completed(_ skill: Skill) -> Skill {
    var skill = skill
    for index in skill.evidence.indices where skill.evidence[index].blob == nil {
      skill.evidence[index].blob = id(of: skill.evidence[index].path)
    }
    return skill
  }

  private mutating func id(of path: String) -> String? {
    if let known = known[path] { return known }
    let id = computed(path)
    known[path] = .some(id)
    return id
  }

  private func computed(_ path: String) -> String? {
    guard let entry = entries[path], entry.size <= limit else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try tree.read(entry, limit: limit + 1)
    } catch {
      // It was read before and is gone now; evidence without an id is still evidence.
      return nil
    }
    guard bytes.count <= limit else { return nil }
    // A commit id tells how long ids are in this repository.
    return tree.headOID?.utf8.count == 64 ? ObjectHash.sha256(blob: bytes) : ObjectHash.sha1(blob: bytes)
  }
}

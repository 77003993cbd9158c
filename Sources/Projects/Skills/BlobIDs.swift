/// Names the content of evidence as git would: files of a commit come with their object ids, those of a working tree
/// are hashed. Filters such as line ending conversion are not applied, since they may be programs.
struct BlobIDs {
  private let tree: any SourceTree
  private let memory: (any FileMemory)?
  private let entries: [String: TreeEntry]
  private let limit: Int
  private var known: [String: String?] = [:]

  init(tree: any SourceTree, memory: (any FileMemory)?, entries: some Sequence<TreeEntry>, limit: Int) {
    self.tree = tree
    self.memory = memory
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
    // A commit id tells how long ids are in this repository.
    let isLong = tree.headOID?.utf8.count == 64
    if let id = memory?.blobID(of: entry), (id.utf8.count == 64) == isLong { return id }
    let bytes: [UInt8]
    do {
      bytes = try memory?.readWithoutKeeping(entry, limit: limit + 1) ?? tree.read(entry, limit: limit + 1)
    } catch {
      // It was read before and is gone now; evidence without an id is still evidence.
      return nil
    }
    guard bytes.count <= limit else { return nil }
    let id = isLong ? ObjectHash.sha256(blob: bytes) : ObjectHash.sha1(blob: bytes)
    memory?.keep(blobID: id, of: entry)
    return id
  }
}

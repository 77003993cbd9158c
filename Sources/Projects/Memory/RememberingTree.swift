import JobModel

/// A tree that reads of a repository only what has changed since it was last read, and tells what that was.
///
/// A file counts as the one remembered when its object id is the same or, in a working tree, its stamp; where the stamp
/// leaves a doubt, the part that was read then is read again and compared.
final class RememberingTree: SourceTree {
  let headOID: String?
  let branch: String?
  let skipped: [SkippedFile]
  let listingWarnings: [String]
  private let tree: any SourceTree
  private let listing: [TreeEntry]
  private let listedAt: Timestamp
  private(set) var memory: RepositoryMemory
  /// True when the memory is no longer what was given.
  private(set) var hasNews = false
  private var contentBytes = 0
  /// Paths of the files whose content was asked of the tree below, for tests and for the log.
  private(set) var filesRead: Set<String> = []

  /// Reads that ask for more than this many bytes are for plans and manifests, whose content is worth keeping; the
  /// others look at the head of a file to see what it is.
  static let headBytes = 128 << 10

  /// - Parameters:
  ///   - tree: a tree that is listed already.
  ///   - listedAt: when its listing began.
  ///   - isCancelled: asked every few files.
  init(
    _ tree: any SourceTree, memory old: RepositoryMemory, listedAt: Timestamp, isCancelled: () -> Bool = { false }
  ) throws {
    self.tree = tree
    self.listedAt = listedAt
    headOID = tree.headOID
    branch = tree.branch
    listing = try tree.entries()
    skipped = tree.skipped
    listingWarnings = tree.listingWarnings
    memory = RepositoryMemory(languageContext: old.languageContext)
    memory.files.reserveCapacity(min(listing.count, RepositoryMemory.maximumFiles))
    for (index, entry) in listing.prefix(RepositoryMemory.maximumFiles).enumerated() {
      if index % 256 == 0, isCancelled() { throw JobError.cancelled }
      let before = old.files[entry.pathBytes]
      let record = try before.flatMap { try known($0, entry) } ?? new(entry)
      if record.stamp != before?.stamp || record.isSettled != before?.isSettled || record.oid != before?.oid {
        hasNews = true
      }
      contentBytes += record.content?.count ?? 0
      memory.files[entry.pathBytes] = record
    }
    if memory.files.count != old.files.count { hasNews = true }
  }

  func entries() -> [TreeEntry] { listing }

  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    try read(entry, limit: limit, isKept: limit > Self.headBytes)
  }

  private func read(_ entry: TreeEntry, limit: Int, isKept: Bool) throws -> [UInt8] {
    let record = memory.files[entry.pathBytes]
    if let content = record?.content, let seen = record?.seen, content.count >= limit || content.count < seen.limit {
      return content.count > limit ? Array(content[..<limit]) : content
    }
    do {
      let bytes = try readBelow(entry, limit)
      note(bytes, of: entry, limit, isKept)
      return bytes
    } catch let error as JobError where error.kind == JobError.fileUnreadableKind {
      if record?.seen == nil { memory.files[entry.pathBytes]?.seen = .failed(limit: limit) }
      throw error
    }
  }

  /// Paths of plans and manifests that were read, of many the first.
  var documents: [String] {
    Array(listing.lazy.filter { self.memory.files[$0.pathBytes]?.content != nil }.map(\.path).prefix(256))
  }

  /// Digest of all that the readers have seen of the tree: equal digests, equal findings.
  ///
  /// A file that nobody has looked into is there with its name, size and permissions only.
  var digest: ContentDigest {
    var digest = ContentDigest()
    for entry in listing {
      digest.add(entry.pathBytes)
      digest.add(entry.size)
      digest.add(entry.isExecutable)
      if let oid = entry.oid {
        digest.add(oid)
      } else if let seen = memory.files[entry.pathBytes]?.seen {
        digest.add(UInt64(seen.limit))
        digest.add(seen.digest)
      }
    }
    for file in skipped {
      digest.add(file.path)
      digest.add(file.reason.rawValue)
    }
    for warning in listingWarnings { digest.add(warning) }
    return digest
  }

  private func readBelow(_ entry: TreeEntry, _ limit: Int) throws -> [UInt8] {
    filesRead.insert(entry.path)
    hasNews = true
    return try tree.read(entry, limit: limit)
  }

  private func new(_ entry: TreeEntry) -> FileRecord {
    FileRecord(
      stamp: entry.stamp, isSettled: entry.stamp?.isSettled(at: listedAt) ?? false, oid: entry.oid,
      isExecutable: entry.isExecutable)
  }

  /// The record as it holds for the file now; nil when the file is another.
  private func known(_ record: FileRecord, _ entry: TreeEntry) throws -> FileRecord? {
    guard record.isExecutable == entry.isExecutable else { return nil }
    if let oid = entry.oid { return record.oid == oid ? record : nil }
    guard let stamp = entry.stamp, let before = record.stamp else { return nil }
    if stamp == before, record.isSettled { return record }
    guard stamp.size == before.size else { return nil }
    var record = record
    record.stamp = stamp
    record.isSettled = stamp.isSettled(at: listedAt)
    guard let seen = record.seen else { return record }
    do {
      let bytes = try readBelow(entry, seen.limit)
      return ContentDigest(of: bytes) == seen.digest ? record : nil
    } catch let error as JobError where error.kind == JobError.fileUnreadableKind {
      // Unreadable as before is nothing new.
      return seen == .failed(limit: seen.limit) ? record : nil
    }
  }

  private func note(_ bytes: [UInt8], of entry: TreeEntry, _ limit: Int, _ isKept: Bool) {
    guard var record = memory.files[entry.pathBytes], limit > record.seen?.limit ?? -1 else { return }
    record.seen = FileRecord.Seen(limit: limit, bytes: bytes)
    if let content = record.content {
      // It reached no further than what was seen before.
      contentBytes -= content.count
      record.content = nil
    }
    if isKept, bytes.count <= RepositoryMemory.maximumContent,
      contentBytes + bytes.count <= RepositoryMemory.maximumContents
    {
      contentBytes += bytes.count
      record.content = bytes
    }
    memory.files[entry.pathBytes] = record
  }
}

extension RememberingTree: FileMemory {
  func begin(context: ContentDigest) {
    guard context != memory.languageContext else { return }
    hasNews = true
    memory.languageContext = context
    for path in memory.files.keys { memory.files[path]?.language = nil }
  }

  func finding(of entry: TreeEntry) -> LanguageFinding? { memory.files[entry.pathBytes]?.language }

  func keep(_ finding: LanguageFinding, of entry: TreeEntry) { memory.files[entry.pathBytes]?.language = finding }

  func blobID(of entry: TreeEntry) -> String? { memory.files[entry.pathBytes]?.blobID }

  func keep(blobID: String, of entry: TreeEntry) { memory.files[entry.pathBytes]?.blobID = blobID }

  func readWithoutKeeping(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    try read(entry, limit: limit, isKept: false)
  }
}

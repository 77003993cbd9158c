import ChildProcess
import JobModel

/// The tree of a commit in a repository without a work tree, read out of its objects: nothing is checked out.
final class CommittedTree: SourceTree {
  let headOID: String?
  let branch: String?
  private let gitDirectory: String
  private let git: GitRunner
  private let timeout: Double
  private let isCancelled: @Sendable () -> Bool
  /// Kept as long as the tree is: what must not be given up while it is read, such as a lock.
  private let keeping: AnyObject?
  private var objects: InteractiveProcess?
  private(set) var skipped: [SkippedFile] = []

  /// Of a larger blob git is not asked for the rest: its conversation ends with the part that was wanted.
  private static let skippedBytes: Int64 = 8 << 20

  /// - Parameter headOID: the commit to read; nil for a branch without commits, whose tree is empty.
  init(
    gitDirectory: String, headOID: String?, branch: String?, git: GitRunner, timeout: Double,
    keeping: AnyObject? = nil, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.gitDirectory = gitDirectory
    self.headOID = headOID
    self.branch = branch
    self.git = git
    self.timeout = timeout
    self.keeping = keeping
    self.isCancelled = isCancelled
  }

  func entries() throws -> [TreeEntry] {
    guard let headOID else { return [] }
    let listing = try git.run(
      call("listing", ["ls-tree", "-r", "-z", "-l", "--full-tree", headOID]), isCancelled: isCancelled)
    skipped = []
    let found = TreeListing.entries(listing.output) { file in
      if skipped.count < SkippedFile.maximumCount { skipped.append(file) }
    }
    guard let entries = found else {
      throw JobError(kind: "gitFailed", message: "git ls-tree printed something unexpected.", step: "listing")
    }
    return entries
  }

  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    guard let oid = entry.oid, ObjectID.isValid(oid) else {
      throw JobError.fileUnreadable(entry.path, "it is no file of this commit")
    }
    let isHuge = entry.size - Int64(limit) > Self.skippedBytes
    // The one that reads the head of a huge blob is dropped with it, and ends in the middle.
    let objects = isHuge ? try startConversation() : try conversation()
    let bytes: [UInt8]?
    do throws(ChildProcessError) {
      bytes = try Self.blob(oid, limit: limit, isLast: isHuge, from: objects)
    } catch {
      throw GitFailure.error(error, call("reading", []))
    }
    guard let bytes else {
      throw JobError.fileUnreadable(entry.path, "its object \(oid) is missing from the repository")
    }
    return bytes
  }

  /// Asks `git cat-file --batch` for a blob; nil when there is none with this id or name.
  static func blob(
    _ oid: String, limit: Int, isLast: Bool = false, from objects: InteractiveProcess
  ) throws(ChildProcessError) -> [UInt8]? {
    try objects.write(Array("\(oid)\n".utf8))
    // "<oid> <type> <size>", then the content and a newline; or "<oid> missing".
    let header = String(decoding: try objects.readLine(), as: UTF8.self).split(separator: " ")
    guard header.count == 3, let size = Int(header[2]), size >= 0 else { return nil }
    let isBlob = header[1] == "blob"
    let bytes = try objects.read(exactly: isBlob ? min(size, max(limit, 0)) : 0)
    if !isLast { try objects.skip(size - bytes.count + 1) }
    return isBlob ? bytes : nil
  }

  private func conversation() throws(JobError) -> InteractiveProcess {
    if let objects { return objects }
    let started = try startConversation()
    objects = started
    return started
  }

  private func startConversation() throws(JobError) -> InteractiveProcess {
    var call = call("reading", ["cat-file", "--batch"])
    // Larger blobs come in pieces instead of being held in git's memory as a whole.
    call.settings = ["core.bigFileThreshold=16m"]
    return try git.converse(call, isCancelled: isCancelled)
  }

  private func call(_ step: String, _ arguments: [String]) -> GitCall {
    GitCall(step: step, place: .bare(gitDirectory), arguments: arguments, timeout: timeout)
  }
}

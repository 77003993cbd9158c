import ChildProcess
import Glibc
import JobModel

/// The working tree of a repository on this machine, read in place: what is saved counts, committed or not.
///
/// Files are those that git tracks or would add: what `.gitignore` and the user's own excludes leave out is left out.
final class LocalTree: SourceTree {
  let headOID: String?
  let branch: String?
  private let root: String
  private let git: GitRunner
  private let timeout: Double
  private let isCancelled: @Sendable () -> Bool
  private let directory: ConfinedDirectory
  private(set) var skipped: [SkippedFile] = []
  private(set) var listingWarnings: [String] = []

  /// Opens the work tree with this root.
  ///
  /// - Throws: kinds `notARepository`, `pathNotFound`, and those of git.
  init(
    root: String, git: GitRunner, timeout: Double, isCancelled: @escaping @Sendable () -> Bool
  ) throws(JobError) {
    self.root = root
    self.git = git
    self.timeout = timeout
    self.isCancelled = isCancelled
    do throws(ConfinedDirectory.Failure) {
      directory = try ConfinedDirectory(root)
    } catch {
      if Exhaustion.isMeant(by: error.number) { throw .exhausted(error.number, reading: root) }
      throw .pathNotFound(root, error.reason)
    }
    (headOID, branch) = try git.head(of: .workTree(root), timeout: timeout, isCancelled: isCancelled)
  }

  func entries() throws -> [TreeEntry] {
    let listing = try git.run(
      GitCall(
        step: "listing", place: .workTree(root),
        arguments: ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name"], timeout: timeout),
      isCancelled: isCancelled)
    skipped = []
    listingWarnings = Self.warnings(listing.stderrTail)
    var paths = listing.output.split(separator: 0).map { Array($0) }
    paths.sort { $0.lexicographicallyPrecedes($1) }

    var entries: [TreeEntry] = []
    entries.reserveCapacity(paths.count)
    for (index, path) in paths.enumerated() {
      // A file in conflict is listed once for each side.
      if index > 0, path == paths[index - 1] { continue }
      if index % 1024 == 0, isCancelled() { throw JobError.cancelled }
      let status: stat
      do throws(ConfinedDirectory.Failure) {
        status = try directory.status(path)
      } catch {
        if Exhaustion.isMeant(by: error.number) { throw JobError.exhausted(error.number, reading: root) }
        if error.number == ENAMETOOLONG { skip(path, .tooDeep) }
        // Tracked but deleted, or behind a link: not a file of this tree. Anything else is a file that cannot be read,
        // which is what a reader of it would be told as well.
        continue
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        // A directory is a repository inside this one.
        if status.st_mode & S_IFMT != S_IFDIR {
          skip(path, status.st_mode & S_IFMT == S_IFLNK ? .symbolicLink : .special)
        }
        continue
      }
      entries.append(
        TreeEntry(
          pathBytes: path, size: Int64(status.st_size), isExecutable: status.st_mode & S_IXUSR != 0,
          stamp: FileStamp(status)))
    }
    return entries
  }

  func read(_ entry: TreeEntry, limit: Int) throws -> [UInt8] {
    do throws(ConfinedDirectory.Failure) {
      return try directory.read(entry.pathBytes, limit: limit)
    } catch {
      if Exhaustion.isMeant(by: error.number) { throw JobError.exhausted(error.number, reading: entry.path) }
      throw JobError.fileUnreadable(entry.path, error.reason)
    }
  }

  func committed(_ entries: [TreeEntry], limit: Int) throws -> [[UInt8]?]? {
    guard let headOID, !entries.isEmpty else { return nil }
    let call = GitCall(
      step: "reading", place: .workTree(root), arguments: ["cat-file", "--batch"], timeout: timeout)
    let objects = try git.converse(call, isCancelled: isCancelled)
    return try entries.map { entry in
      // A newline would end the question; git shows such names in no other way here.
      guard !entry.pathBytes.contains(0x0A), !entry.isPathRepaired else { return nil }
      do throws(ChildProcessError) {
        return try CommittedTree.blob("\(headOID):\(entry.path)", limit: limit, from: objects)
      } catch {
        throw GitFailure.error(error, call)
      }
    }
  }

  private func skip(_ path: [UInt8], _ reason: SkippedFile.Reason) {
    guard skipped.count < SkippedFile.maximumCount else { return }
    skipped.append(SkippedFile(path: String(decoding: path, as: UTF8.self), reason: reason))
  }

  /// What git says it could not list: directories that it may not or cannot open.
  private static func warnings(_ said: [UInt8]) -> [String] {
    GitFailure.tail(said).split(separator: "\n").prefix(3).map { line in
      "Git could not list everything; what it could is here. It said: \(String(line.prefix(200)))"
    }
  }
}

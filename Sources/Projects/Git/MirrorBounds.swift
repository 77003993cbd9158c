import Glibc
import JobModel

/// Keeps the mirrors within their number and their bytes: the least recently used go first, one in use never.
///
/// What is lost is a fetch: a mirror that is asked for again is made again. The lock files stay, empty: a lock on a
/// name that can vanish protects nothing.
struct MirrorBounds {
  /// Where the mirrors are.
  let directory: String
  let maximumCount: Int
  let maximumBytes: Int64

  private struct Mirror {
    var name: String
    var usedAt: Int64
    var bytes: Int64
  }

  /// - Parameter project: whose mirror is kept in any case.
  func enforce(keeping project: ProjectID) {
    let names = DirectoryUse.names(in: directory)
    for name in names where name.hasSuffix(Self.leaving) { remove(String(name.dropLast(Self.leaving.count))) }
    var mirrors = names.filter { $0.hasSuffix(".git") }.map { name in
      Mirror(
        name: name, usedAt: DirectoryUse.lastUse(of: lock(of: name)),
        bytes: DirectoryUse.bytes(below: "\(directory)/\(name)"))
    }
    mirrors.sort { $0.usedAt < $1.usedAt }
    var count = mirrors.count
    var bytes = mirrors.reduce(0) { $0 + $1.bytes }
    for mirror in mirrors where count > maximumCount || bytes > maximumBytes {
      guard mirror.name != "\(project).git", remove(mirror.name) else { continue }
      count -= 1
      bytes -= mirror.bytes
    }
  }

  private static let leaving = ".leaving"

  private func lock(of name: String) -> String { "\(directory)/\(name.dropLast(".git".count)).lock" }

  /// Removes a mirror unless a job holds it.
  @discardableResult
  private func remove(_ name: String) -> Bool {
    let held: FileLock
    do throws(JobError) {
      held = try FileLock(lock(of: name), step: "tidying", timeout: 0, isCancelled: { false })
    } catch {
      // In use, or not to be had now: it is looked at again after the next fetch.
      return false
    }
    let path = "\(directory)/\(name)"
    let leaving = path + Self.leaving
    // Moved away at once, so that a daemon killed in the middle leaves no half of a mirror under its name.
    let isMoved = rename(path, leaving) == 0 || errno == ENOENT
    return withExtendedLifetime(held) { isMoved && DirectoryRemoval.remove(leaving) == nil }
  }
}

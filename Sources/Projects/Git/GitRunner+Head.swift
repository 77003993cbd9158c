import ChildProcess
import JobModel

extension GitRunner {
  /// Commit id and branch that HEAD stands for: no id on a branch without commits, no branch when detached.
  func head(
    of place: GitCall.Place, timeout: Double, isCancelled: @escaping @Sendable () -> Bool
  ) throws(JobError) -> (oid: String?, branch: String?) {
    let symbolic = try run(
      GitCall(
        step: "resolving", place: place, arguments: ["symbolic-ref", "--quiet", "HEAD"], timeout: timeout,
        acceptedCodes: [0, 1]),
      isCancelled: isCancelled)
    let oid = try commit("HEAD", of: place, timeout: timeout, isCancelled: isCancelled)
    let reference = Self.line(symbolic.output)
    let heads = "refs/heads/"
    let branch = reference.hasPrefix(heads) ? String(reference.dropFirst(heads.count)) : reference
    guard oid != nil || !branch.isEmpty else {
      throw .notARepository("\(place.path)", "its HEAD names neither a branch nor a commit; run 'git fsck' there")
    }
    return (oid, branch.isEmpty ? nil : branch)
  }

  /// The id that a name stands for; nil when there is no such name.
  func commit(
    _ name: String, of place: GitCall.Place, timeout: Double, isCancelled: @escaping @Sendable () -> Bool
  ) throws(JobError) -> String? {
    let result = try run(
      GitCall(
        step: "resolving", place: place, arguments: ["rev-parse", "--quiet", "--verify", "--end-of-options", name],
        timeout: timeout, acceptedCodes: [0, 1]),
      isCancelled: isCancelled)
    let oid = Self.line(result.output)
    return result.status.isSuccess && !oid.isEmpty ? oid : nil
  }

  /// The first line of an answer.
  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

extension GitCall.Place {
  /// The directory it names.
  var path: String {
    switch self {
    case .outside(let path), .workTree(let path), .bare(let path): path
    }
  }
}

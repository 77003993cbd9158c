/// What a remote repository says about its HEAD.
struct RemoteHead: Hashable {
  /// Commit id; nil when HEAD names a branch without commits.
  var oid: String?
  /// Full name of the branch, such as `refs/heads/main`; nil when the remote's HEAD is detached or not told.
  var reference: String?
  /// What to fetch: HEAD itself, not the branch that it named a moment ago, unless that does not exist.
  var source = "HEAD"

  /// Reads the output of `git ls-remote --symref <url> HEAD`: `ref: <name>\tHEAD`, then `<oid>\tHEAD`.
  init(symrefListing output: [UInt8]) {
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, fields[1] == "HEAD" else { continue }
      if fields[0].hasPrefix("ref: ") {
        reference = String(fields[0].dropFirst("ref: ".count))
      } else if ObjectID.isValid(fields[0]) {
        oid = String(fields[0])
      }
    }
  }

  /// A branch chosen in place of a HEAD that names none.
  init(oid: String, reference: String) {
    self.oid = oid
    self.reference = reference
    source = reference
  }

  /// Short name of the branch.
  var branch: String? {
    guard let reference, reference.hasPrefix("refs/heads/") else { return nil }
    return String(reference.dropFirst("refs/heads/".count))
  }

  /// The branches in the output of `git ls-remote --heads <url>`.
  static func branches(_ output: [UInt8]) -> [RemoteHead] {
    String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 2, ObjectID.isValid(fields[0]), fields[1].hasPrefix("refs/heads/") else { return nil }
      return RemoteHead(oid: String(fields[0]), reference: String(fields[1]))
    }
  }
}

/// Object ids in hexadecimal.
enum ObjectID {
  /// The object format that an id belongs to, as `git init --object-format` names it; nil when it is no id.
  static func format(_ text: some StringProtocol) -> String? {
    guard text.utf8.allSatisfy({ isAlphanumeric($0) && ($0 <= UInt8(ascii: "9") || ("abcdef".utf8.contains($0))) })
    else { return nil }
    return switch text.utf8.count {
    case 40: "sha1"
    case 64: "sha256"
    default: nil
    }
  }

  static func isValid(_ text: some StringProtocol) -> Bool { format(text) != nil }
}

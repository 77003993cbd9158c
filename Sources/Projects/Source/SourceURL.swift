import JobModel

/// The URL of a remote repository, checked and in its canonical form.
///
/// Allowed are `https://`, `ssh://`, `user@host:path` (git's scp-like form, which means SSH), `file:///`, and `http://`
/// for this machine only: anything else either runs programs (`ext::`), or lets a network change what is fetched
/// (`git://`, `http://`). A URL never holds a password or token: those belong to the user's own credential helper, and
/// would otherwise stand in the database, in logs and in process lists.
///
/// The canonical form is the identity of a project. Scheme and host are in lower case; the default port, a user name
/// that is empty, and slashes at the end are gone. Nothing else is changed: `…/name` and `…/name.git` stay two
/// sources, because only the server knows whether they are one, and a path changed by us might not be found.
public struct SourceURL: Hashable, Sendable {
  public enum Transport: String, Hashable, Sendable {
    case https, http, ssh, file
  }

  public let transport: Transport
  /// The canonical form: what git is given, and what is stored and shown.
  public let canonical: String
  /// The last component of the path without `.git`.
  public let name: String

  /// Checks and normalises a URL as a person or a program gave it.
  ///
  /// - Throws: kind `urlNotAllowed`, with credentials redacted from the text.
  public init(_ text: String) throws(JobError) {
    func refusal(_ reason: String) -> JobError { .urlNotAllowed(text, reason) }
    guard !text.isEmpty else { throw refusal("it is empty") }
    guard text.utf8.count <= 4096 else { throw refusal("it is longer than 4096 bytes") }
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw refusal("it holds a space or a control character; write a space as %20")
    }
    guard !text.hasPrefix("-") else { throw refusal("it begins with '-' like an option") }

    let parts: Parts
    if let separator = text.utf8.firstRange(of: "://") {
      parts = try Self.parse(
        scheme: String(text[..<separator.lowerBound]).lowercased(), rest: text[separator.upperBound...], refusal)
    } else {
      parts = try Self.parseSCP(text, refusal)
    }
    transport = parts.transport
    canonical = parts.canonical
    name = parts.name
  }

  private struct Parts {
    var transport: Transport
    var canonical: String
    var name: String
  }

  private typealias Refusal = (String) -> JobError

  private static func parse(
    scheme: String, rest: Substring, _ refusal: Refusal
  ) throws(JobError) -> Parts {
    guard let transport = Transport(rawValue: scheme) else {
      throw refusal(
        scheme.contains("::")
          ? "'\(scheme)' runs a helper program; use https, ssh or file"
          : "the scheme '\(scheme)' is not allowed; use https, ssh or file")
    }
    guard !rest.contains("?"), !rest.contains("#") else {
      throw refusal("it has a query or a fragment, which the URL of a repository has not")
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let path = try trimmedPath(rest[slash...], refusal)
    var authority = rest[..<slash]
    // `https://user:pass/word@host/…`: the slash has cut a password in two, and half of it would be taken for a port.
    guard authority.contains("@") || !authority.contains(":") || !path.contains("@") else {
      throw refusal("it seems to hold a password; leave that out, and write an '@' in the path as %40")
    }

    if transport == .file {
      guard authority.isEmpty || authority.lowercased() == "localhost" else {
        throw refusal("a file URL names no host; write file:///path")
      }
      return Parts(transport: .file, canonical: "file://" + path, name: repositoryName(path))
    }

    var user = ""
    if let at = authority.lastIndex(of: "@") {
      user = try checkedUser(authority[..<at], transport, refusal)
      authority = authority[authority.index(after: at)...]
    }
    let (host, port) = try hostAndPort(authority, defaultPort: transport.defaultPort, refusal)
    guard transport != .http || loopbackHosts.contains(host) else {
      throw refusal("http is neither private nor authentic, and only allowed to this machine itself; use https")
    }
    let canonical = "\(scheme)://\(user.isEmpty ? "" : user + "@")\(host)\(port)\(path)"
    return Parts(transport: transport, canonical: canonical, name: repositoryName(path))
  }

  private static func parseSCP(_ text: String, _ refusal: Refusal) throws(JobError) -> Parts {
    // Git has a bracketed form too, which reads differently in its versions.
    guard !text.contains("[") else { throw refusal("write it as ssh://user@[address]:port/path") }
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else {
      throw refusal("it is neither an absolute path nor a URL; write /path, https://…, ssh://… or user@host:path")
    }
    let path = text[text.index(after: colon)...]
    guard !path.hasPrefix(":") else {
      throw refusal("'\(text[..<colon])::' runs a helper program; use https, ssh or file")
    }
    guard !path.hasPrefix("-") else { throw refusal("its path begins with '-' like an option") }
    let trimmed = try trimmedPath(path, refusal)
    var authority = text[..<colon]
    // Not hosts but URLs that lack a slash or two: `https:/user:password@host/…`.
    guard Transport(rawValue: authority.lowercased()) == nil else {
      throw refusal("a URL has '://' after its scheme")
    }
    // `user:password@host…`: the same without a scheme.
    guard authority.contains("@") || !path.contains("@") else {
      throw refusal("it seems to hold a password or token; leave that out, and write https://… or user@host:path")
    }
    var user = ""
    if let at = authority.lastIndex(of: "@") {
      user = try checkedUser(authority[..<at], .ssh, refusal)
      authority = authority[authority.index(after: at)...]
    }
    let (host, _) = try hostAndPort(authority, defaultPort: nil, refusal)
    return Parts(
      transport: .ssh, canonical: "\(user.isEmpty ? "" : user + "@")\(host):\(trimmed)", name: repositoryName(trimmed))
  }

  private static let loopbackHosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  private static func trimmedPath(_ path: Substring, _ refusal: Refusal) throws(JobError) -> String {
    var path = path
    while path.hasSuffix("/") { path.removeLast() }
    guard !path.isEmpty else { throw refusal("it names no repository on the host") }
    let text = String(path)
    guard Redaction.redact(text) == text else { throw refusal("its path holds a token") }
    return text
  }

  private static func checkedUser(
    _ user: Substring, _ transport: Transport, _ refusal: Refusal
  ) throws(JobError) -> String {
    let advice = "leave it out, and let git's credential helper (git help credentials) or an SSH key supply it"
    // Escaped or not: what follows a colon is a password to whoever wrote it.
    let holdsColon = user.contains(":") || user.lowercased().contains("%3a")
    guard !holdsColon else { throw refusal("it holds a password or token; \(advice)") }
    guard !Redaction.looksLikeToken(user.utf8), !isHexadecimalToken(user.utf8) else {
      throw refusal("its user name looks like a token; \(advice)")
    }
    let allowed = user.utf8.allSatisfy { isAlphanumeric($0) || "._~%+-@".utf8.contains($0) }
    guard allowed, !user.hasPrefix("-") else { throw refusal("its user name holds characters that are not allowed") }
    return String(user)
  }

  private static func hostAndPort(
    _ authority: Substring, defaultPort: Int?, _ refusal: Refusal
  ) throws(JobError) -> (host: String, port: String) {
    var host = authority
    var port: Substring = ""
    if host.hasPrefix("["), let bracket = host.firstIndex(of: "]") {
      let after = host[host.index(after: bracket)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw refusal("its host is malformed") }
      port = after.dropFirst()
      host = host[...bracket]
      guard host.utf8.dropFirst().dropLast().allSatisfy({ isHexadecimal($0) || ":.%".utf8.contains($0) }) else {
        throw refusal("its host is no IPv6 address")
      }
    } else {
      if let colon = host.firstIndex(of: ":") {
        port = host[host.index(after: colon)...]
        host = host[..<colon]
      }
      let allowed = host.utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
      guard !host.isEmpty, allowed, !host.hasPrefix("-") else { throw refusal("its host is missing or malformed") }
    }
    guard !port.isEmpty else { return (host.lowercased(), "") }
    guard port.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(port),
      (1...65535).contains(number)
    else { throw refusal("its port is not a number from 1 to 65535") }
    return (host.lowercased(), number == defaultPort ? "" : ":\(number)")
  }

  private static func repositoryName(_ path: String) -> String {
    var last = path.split(whereSeparator: { $0 == "/" || $0 == ":" }).last ?? "repository"
    if last.hasSuffix(".git"), last.count > 4 { last.removeLast(4) }
    return String(last)
  }
}

extension SourceURL.Transport {
  /// The port that need not be written.
  fileprivate var defaultPort: Int? {
    switch self {
    case .https: 443
    case .http: 80
    case .ssh: 22
    case .file: nil
    }
  }
}

/// Gitea's tokens and the older ones of GitHub are 40 digits; as a word of a text they would be commit ids.
private func isHexadecimalToken(_ user: Substring.UTF8View) -> Bool {
  user.count >= 32 && user.allSatisfy(isHexadecimal)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) && (byte <= UInt8(ascii: "9") || byte | 0x20 <= UInt8(ascii: "f"))
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  case UInt8(ascii: "a")...UInt8(ascii: "z"): true
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  default: false
  }
}

extension String.UTF8View {
  /// Where `text` stands first.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    var start = startIndex
    while start != endIndex {
      if self[start...].starts(with: wanted) { return start..<index(start, offsetBy: wanted.count) }
      start = index(after: start)
    }
    return nil
  }
}

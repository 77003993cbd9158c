/// A package registry, or another space of names that dependencies come from.
enum Ecosystem: String, Hashable, Sendable, CaseIterable {
  case npm, pypi, conda, go, cargo, rubygems, composer, maven, nuget, swiftpm, pub, hex, cocoapods, cran, conan
  case docker, terraform
  /// GitHub Actions.
  case gha
  /// Variables of `.env` files.
  case env

  /// The name in the form the rules are keyed by; two spellings of one package give one form.
  func normalized(_ name: String) -> String {
    switch self {
    case .pypi: Self.withoutRuns(Self.lowercased(name))
    case .cargo: Self.replacing("_", in: Self.lowercased(name))
    case .npm, .conda, .nuget, .composer, .conan, .terraform: Self.lowercased(name)
    case .go: Self.withoutMajorVersion(name)
    case .swiftpm: Self.ownerAndName(name)
    case .docker: DockerImage.normalized(name)
    case .gha: String(name.prefix { $0 != "@" })
    case .cocoapods: String(name.prefix { $0 != "/" })
    case .rubygems, .maven, .pub, .hex, .cran, .env: name
    }
  }

  /// The names to look a dependency up by, the best first.
  func candidates(_ name: String) -> [String] {
    guard self == .docker else { return [normalized(name)] }
    return DockerImage.candidates(name)
  }

  /// Like `normalized`, for the beginning of a name.
  func folded(_ prefix: String) -> String {
    switch self {
    case .pypi: Self.replacing("_", in: Self.lowercased(prefix))
    case .cargo: Self.replacing("_", in: Self.lowercased(prefix))
    case .npm, .conda, .nuget, .composer, .conan, .terraform, .swiftpm: Self.lowercased(prefix)
    default: prefix
    }
  }

  private static func lowercased(_ name: String) -> String {
    String(decoding: name.utf8.lazy.map(Bytes.lowercased), as: UTF8.self)
  }

  private static func replacing(_ character: Unicode.Scalar, in name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == character ? "-" : $0 }))
  }

  /// PEP 503: runs of `-`, `_` and `.` are one `-`.
  private static func withoutRuns(_ name: String) -> String {
    name.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
      .map { Array($0).text }.joined(separator: "-")
  }

  /// A Go module from v2 on carries its major version as the last component.
  private static func withoutMajorVersion(_ name: String) -> String {
    guard let slash = name.lastIndex(of: "/") else { return name }
    let version = name[name.index(after: slash)...]
    guard version.first == "v", version.count > 1, version.dropFirst().utf8.allSatisfy(Bytes.isDigit) else {
      return name
    }
    return String(name[..<slash])
  }

  /// `owner/name` from the address of a repository, whatever the scheme.
  private static func ownerAndName(_ address: String) -> String {
    var bytes = address.utf8.map(Bytes.lowercased)[...]
    while bytes.last == Bytes.slash { bytes.removeLast() }
    if bytes.hasSuffix(Array(".git".utf8)) { bytes.removeLast(4) }
    let parts = bytes.split { $0 == Bytes.slash || $0 == UInt8(ascii: ":") }
    return parts.suffix(2).map(\.text).joined(separator: "/")
  }
}

/// `package-lock.json` and `npm-shrinkwrap.json`, in all three forms.
enum NPMLock: ManifestReader {
  static let names = ["package-lock.json", "npm-shrinkwrap.json"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    let marker = Array("node_modules/".utf8)
    try JSONScanner.scan(text) { token in
      guard token.isKey, token.depth == 2 || token.section(0) == "dependencies" else { return }
      if token.depth == 2, token.section(0) == "packages" {
        let path = Array(token.text.utf8)
        guard let last = lastRange(of: marker, in: path) else { return }
        found.append(Dependency(.npm, path[(last + marker.count)...].text, .transitive, line: token.line))
      } else if token.depth >= 2, token.depth % 2 == 0, token.section(token.depth - 2) == "dependencies" {
        // The first form nests what could not be shared.
        found.append(Dependency(.npm, token.text, .transitive, line: token.line))
      }
    }
    return found
  }

  private static func lastRange(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    var last: Int?
    var start = 0
    while let found = bytes.firstRange(of: needle, from: start) {
      last = found
      start = found + needle.count
    }
    return last
  }
}

/// `yarn.lock`, of Yarn 1 and of later ones: a heading such as `"react@^18", "react@npm:^18.2":` for each package.
enum YarnLock: ManifestReader {
  static let names = ["yarn.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.lines.compactMap { line in
      guard let first = line.bytes.first, !Bytes.isBlank(first), first != Bytes.hash,
        line.bytes.last == UInt8(ascii: ":")
      else { return nil }
      let heading = line.bytes.drop { $0 == Bytes.quote }
      guard let name = PackageAddress.name(heading) else { return nil }
      return Dependency(.npm, name, .transitive, line: line.number)
    }
  }
}

/// `pnpm-lock.yaml`: the keys below `packages:`.
enum PNPMLock: ManifestReader {
  static let names = ["pnpm-lock.yaml"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    LockSections.keys(of: "packages", in: text).compactMap { key in
      var address = key.bytes
      // Before the sixth form an address began with a slash, and the version with another.
      let isOld = address.first == Bytes.slash
      if isOld { address = address.dropFirst() }
      if let name = PackageAddress.name(address) { return Dependency(.npm, name, .transitive, line: key.line) }
      guard isOld, let slash = address.lastIndex(of: Bytes.slash) else { return nil }
      return Dependency(.npm, address[..<slash].text, .transitive, line: key.line)
    }
  }
}

/// `bun.lock` and `deno.lock`.
enum BunLock: ManifestReader {
  static let names = ["bun.lock", "deno.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard token.isKey, token.depth >= 2 else { return }
      let sections = token.sections
      if sections == ["packages"] {
        found.append(Dependency(.npm, token.text, .transitive, line: token.line))
      } else if sections == ["npm"] || sections == ["packages", "npm"] || sections == ["npm", "packages"] {
        guard let name = PackageAddress.name(Array(token.text.utf8)[...]) else { return }
        found.append(Dependency(.npm, name, .transitive, line: token.line))
      }
    }
    return found
  }
}

/// `name@version`, where the name may begin with `@scope/`.
enum PackageAddress {
  static func name(_ address: ArraySlice<UInt8>) -> String? {
    guard let first = address.first else { return nil }
    let rest = address.dropFirst(first == UInt8(ascii: "@") ? 1 : 0)
    guard let at = rest.firstIndex(of: UInt8(ascii: "@")), at > rest.startIndex else { return nil }
    return address[..<at].text
  }
}

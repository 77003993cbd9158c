/// `deno.json` and import maps: what comes from npm.
enum DenoManifest: ManifestReader {
  static let names = ["deno.json", "deno.jsonc", "import_map.json"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard !token.isKey, token.depth == 2, token.section(0) == "imports", token.text.hasPrefix("npm:") else { return }
      let address = Array(token.text.dropFirst(4).drop { $0 == "/" }.utf8)
      found.append(Dependency(.npm, PackageAddress.name(address[...]) ?? address.text, line: token.line))
    }
    return found
  }
}

/// `vcpkg.json`: its ports go by the names that Conan's packages have.
enum VcpkgManifest: ManifestReader {
  static let names = ["vcpkg.json"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard !token.isKey, token.section(0) == "dependencies" else { return }
      if token.depth == 2 || (token.depth == 3 && token.key == "name") {
        found.append(Dependency(.conan, token.text, line: token.line))
      }
    }
    return found
  }
}

/// `Cartfile` of Carthage, and what it resolved to.
enum Cartfile: ManifestReader {
  static let names = ["Cartfile", "Cartfile.private", "Cartfile.resolved"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let name = PathName(text.path).name
    let scope: Dependency.Scope =
      name == "Cartfile.private" ? .development : name == "Cartfile.resolved" ? .transitive : .direct
    return text.linesWithoutComments().compactMap { line in
      (QuotedText.argument(of: "github", in: line.bytes) ?? QuotedText.argument(of: "git", in: line.bytes))
        .map { Dependency(.swiftpm, $0, scope, line: line.number) }
    }
  }
}

/// `.terraform.lock.hcl`: the providers that were chosen, those of modules among them.
enum TerraformLock: ManifestReader {
  static let names = [".terraform.lock.hcl"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.linesWithoutComments().compactMap { line in
      QuotedText.argument(of: "provider", in: line.bytes).map { source in
        Dependency(
          .terraform, source.split(separator: "/").suffix(2).joined(separator: "/"), .transitive, line: line.number)
      }
    }
  }
}

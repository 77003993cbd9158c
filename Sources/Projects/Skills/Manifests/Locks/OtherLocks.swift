/// `Gemfile.lock`: the gems below `specs:`, at four blanks; what each of them asks for stands deeper.
enum GemfileLock: ManifestReader {
  static let names = ["Gemfile.lock", "gems.locked"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.lines.compactMap { line in
      guard line.bytes.hasPrefix("    ".utf8), let first = line.bytes.dropFirst(4).first, !Bytes.isBlank(first),
        line.bytes.last == UInt8(ascii: ")")
      else { return nil }
      return Dependency(
        .rubygems, line.bytes.dropFirst(4).prefix { !Bytes.isBlank($0) }.text, .transitive, line: line.number)
    }
  }
}

/// `composer.lock`: the names in its two lists of packages.
enum ComposerLock: ManifestReader {
  static let names = ["composer.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard !token.isKey, token.depth == 3, token.key == "name",
        token.section(0) == "packages" || token.section(0) == "packages-dev"
      else { return }
      found.append(Dependency(.composer, token.text, .transitive, line: token.line))
    }
    return found
  }
}

/// `Package.resolved` of SwiftPM, in all its forms: the places of the pins.
enum SwiftPackageLock: ManifestReader {
  static let names = ["Package.resolved"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard !token.isKey, token.key == "location" || token.key == "repositoryURL" else { return }
      found.append(Dependency(.swiftpm, token.text, .transitive, line: token.line))
    }
    return found
  }
}

/// `pubspec.lock` of Dart and Flutter.
enum PubspecLock: ManifestReader {
  static let names = ["pubspec.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    LockSections.keys(of: "packages", in: text).map { Dependency(.pub, $0.bytes.text, .transitive, line: $0.line) }
  }
}

/// `mix.lock` of Elixir: `"phoenix": {:hex, :phoenix, …}`.
enum MixLock: ManifestReader {
  static let names = ["mix.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.lines.compactMap { line in
      let content = line.bytes.trimmed()
      guard content.first == Bytes.quote else { return nil }
      let name = content.dropFirst().prefix { $0 != Bytes.quote }
      let rest = content.dropFirst(name.count + 2).drop { Bytes.isBlank($0) || $0 == UInt8(ascii: ":") }
      guard rest.first == UInt8(ascii: "{") else { return nil }
      return Dependency(.hex, name.text, .transitive, line: line.number)
    }
  }
}

/// `Podfile.lock`: the list below `PODS:`.
enum PodfileLock: ManifestReader {
  static let names = ["Podfile.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    var isInside = false
    for line in text.lines {
      guard let first = line.bytes.first else { continue }
      if !Bytes.isBlank(first) { isInside = line.bytes.trimmed().elementsEqual("PODS:".utf8) }
      guard isInside, line.bytes.hasPrefix("  - ".utf8) else { continue }
      let name = line.bytes.dropFirst(4).drop { $0 == Bytes.quote }
        .prefix { !Bytes.isBlank($0) && $0 != UInt8(ascii: ":") && $0 != Bytes.quote }
      found.append(Dependency(.cocoapods, name.text, .transitive, line: line.number))
    }
    return found
  }
}

/// `packages.lock.json` of NuGet: the packages of each target framework.
enum NuGetLock: ManifestReader {
  static let names = ["packages.lock.json"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard token.isKey, token.depth == 3, token.section(0) == "dependencies" else { return }
      found.append(Dependency(.nuget, token.text, .transitive, line: token.line))
    }
    return found
  }
}

/// `gradle.lockfile`: `group:artifact:version=configurations`.
enum GradleLock: ManifestReader {
  static let names = ["gradle.lockfile", "buildscript-gradle.lockfile"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.linesWithoutComments().compactMap { line in
      let parts = line.bytes.prefix { $0 != UInt8(ascii: "=") }.split(separator: UInt8(ascii: ":"))
      guard parts.count == 3 else { return nil }
      return Dependency(.maven, "\(parts[0].text):\(parts[1].text)", .transitive, line: line.number)
    }
  }
}

/// `conan.lock`: `"zlib/1.3#…"` in the lists of requirements.
enum ConanLock: ManifestReader {
  static let names = ["conan.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard !token.isKey, token.depth == 2, token.section(0).hasSuffix("requires") else { return }
      let name = token.text.prefix { $0 != "/" }
      found.append(Dependency(.conan, String(name), .transitive, line: token.line))
    }
    return found
  }
}

/// `renv.lock` of R.
enum RenvLock: ManifestReader {
  static let names = ["renv.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard token.isKey, token.depth == 2, token.section(0) == "Packages" else { return }
      found.append(Dependency(.cran, token.text, .transitive, line: token.line))
    }
    return found
  }
}

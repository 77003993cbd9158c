/// `build.gradle` and `build.gradle.kts`: literal coordinates after a configuration name, and plug-ins by id. Build
/// scripts are programs; what they compute is not seen. `settings.gradle` names plug-ins, too.
enum GradleBuild: ManifestReader {
  static let names = ["build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "build.sbt"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    for line in text.lines {
      let content = line.bytes.trimmed()
      if content.hasPrefix("//".utf8) || content.hasPrefix("*".utf8) { continue }
      let word = content.prefix(while: Bytes.isWord).text
      if word == "libraryDependencies" || content.contains(Array(" % ".utf8)) || content.contains(Array(" %% ".utf8)) {
        found += scala(content, line.number)
        continue
      }
      if word == "id" || word == "kotlin" || word == "apply" {
        found += plugin(word, content, line.number)
        continue
      }
      let strings = QuotedText.strings(in: content)
      // `group: 'g', name: 'n'`
      if let group = strings.first(where: { precedes("group", content, $0.offset) }),
        let name = strings.first(where: { precedes("name", content, $0.offset) })
      {
        found.append(Dependency(.maven, "\(group.text):\(name.text)", scope(word), line: line.number))
        continue
      }
      for string in strings {
        guard let coordinates = coordinates(string.text) else { continue }
        found.append(Dependency(.maven, coordinates, scope(word), line: line.number))
      }
    }
    return found
  }

  private static func scope(_ configuration: String) -> Dependency.Scope {
    let lower = String(decoding: configuration.utf8.map(Bytes.lowercased), as: UTF8.self)
    let development = [
      "test", "androidtest", "debug", "classpath", "annotationprocessor", "kapt", "ksp", "developmentonly",
    ]
    return development.contains { lower.hasPrefix($0) } ? .development : .direct
  }

  /// `group:artifact` from `group:artifact:version`; nil for any other string.
  private static func coordinates(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...5).contains(parts.count), parts[0].contains("."), !parts[1].isEmpty,
      parts[0].utf8.allSatisfy({ Bytes.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      parts[1].utf8.allSatisfy({ Bytes.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return nil }
    return "\(parts[0]):\(parts[1])"
  }

  private static func precedes(_ key: String, _ content: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    let before = content[..<offset].trimmed()
    return before.hasSuffix(Array("\(key):".utf8)) || before.hasSuffix(Array("\(key) =".utf8))
      || before.hasSuffix(Array("\(key)=".utf8))
  }

  /// A plug-in is known by its marker artifact, `id:id.gradle.plugin`.
  private static func plugin(_ word: String, _ content: ArraySlice<UInt8>, _ line: Int) -> [Dependency] {
    guard let id = QuotedText.strings(in: content).first?.text, !id.isEmpty else { return [] }
    if word == "kotlin" {
      return [Dependency(.maven, "org.jetbrains.kotlin:kotlin-gradle-plugin", .development, line: line)]
    }
    guard id.contains(".") else { return [] }
    return [Dependency(.maven, "\(id):\(id).gradle.plugin", .development, line: line)]
  }

  /// sbt: `"group" %% "artifact" % "version" % Test`.
  private static func scala(_ content: ArraySlice<UInt8>, _ line: Int) -> [Dependency] {
    let strings = QuotedText.strings(in: content)
    var found: [Dependency] = []
    for (group, artifact) in zip(strings, strings.dropFirst()) where group.text.contains(".") {
      let between = content[QuotedText.end(of: group.offset, in: content)..<artifact.offset].trimmed()
      guard ["%", "%%", "%%%"].contains(between.text), let first = artifact.text.utf8.first, !Bytes.isDigit(first)
      else {
        continue
      }
      let isTest = content.contains(Array("% Test".utf8)) || content.contains(Array("\"test\"".utf8))
      found.append(Dependency(.maven, "\(group.text):\(artifact.text)", isTest ? .development : .direct, line: line))
    }
    return found
  }
}

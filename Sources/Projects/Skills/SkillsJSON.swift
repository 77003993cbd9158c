import JSON

/// The texts a report is stored as and shown by.
public enum SkillsJSON {
  /// How many names `brief` shows of each kind.
  public static let topCount = 8

  /// The figures shown with the project: how many skills, and the foremost names.
  public static func brief(_ report: SkillsReport) -> String {
    text { writer in
      writer.beginObject()
      writer.member("skills_count", report.languages.count + report.technologies.count)
      writeLanguages(report.languages.prefix(topCount), to: &writer)
      writer.key("technologies")
      writer.beginArray()
      for technology in report.technologies.prefix(topCount) { writer.string(technology.name) }
      writer.endArray()
      writer.endObject()
    }
  }

  /// The whole summary: counts, all languages with their bytes, technologies by category, warnings.
  public static func summary(_ report: SkillsReport) -> String {
    text { writer in
      writer.beginObject()
      writer.member("skills_count", report.languages.count + report.technologies.count)
      writer.member("languages_count", report.languages.count)
      writer.member("technologies_count", report.technologies.count)
      writer.member("files", report.files)
      writer.member("bytes", report.bytes)
      writer.member("partial", report.isPartial)
      writeLanguages(report.languages[...], to: &writer)
      writer.key("categories")
      writer.beginObject()
      for (category, names) in byCategory(report.technologies) {
        writer.key(category)
        writer.beginArray()
        for name in names { writer.string(name) }
        writer.endArray()
      }
      writer.endObject()
      writer.key("warnings")
      writer.beginArray()
      for warning in report.warnings { write(warning, to: &writer) }
      writer.endArray()
      writer.endObject()
    }
  }

  /// One text for each skill: languages first, then technologies, in the order of the report.
  public static func items(_ report: SkillsReport) -> [String] {
    (report.languages + report.technologies).map { skill in
      text { writer in
        writer.beginObject()
        writer.member("name", skill.name)
        writer.member("category", skill.category)
        writer.member("share", skill.share.map(rounded))
        writer.member("bytes", skill.bytes)
        writer.member("files", skill.files)
        writer.member("relation", skill.relation?.rawValue)
        writer.key("packages")
        writer.beginArray()
        for package in skill.packages { writer.string(package.isEmpty ? "." : package) }
        writer.endArray()
        writer.member("confidence", hundredths(skill.confidence))
        writer.key("evidence")
        writer.beginArray()
        for evidence in skill.evidence { write(evidence, to: &writer) }
        writer.endArray()
        writer.endObject()
      }
    }
  }

  /// One decimal, as people are shown shares. Never 100 while another language has bytes, never 0 for one that has.
  static func rounded(_ share: Double) -> Double {
    let tenths = (share * 10).rounded() / 10
    if tenths >= 100, share < 100 { return 99.9 }
    if tenths <= 0, share > 0 { return 0.1 }
    return tenths
  }

  /// Rounded down, for the same reason: only certainty is 1.
  static func hundredths(_ confidence: Double) -> Double {
    // The small term undoes what binary fractions do to a product such as 1 − 0.1.
    ((confidence * 100) + 1e-9).rounded(.down) / 100
  }

  private static func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func writeLanguages(_ languages: ArraySlice<Skill>, to writer: inout JSONWriter) {
    writer.key("languages")
    writer.beginArray()
    for language in languages {
      writer.beginObject()
      writer.member("name", language.name)
      writer.member("share", language.share.map(rounded))
      writer.member("bytes", language.bytes)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func byCategory(_ technologies: [Skill]) -> [(String, [String])] {
    Dictionary(grouping: technologies, by: \.category)
      .map { ($0.key, $0.value.map(\.name)) }
      .sorted { $0.0 < $1.0 }
  }

  private static func write(_ evidence: SkillEvidence, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", evidence.path)
    writer.member("line", evidence.line)
    writer.member("kind", evidence.kind.rawValue)
    writer.member("excerpt", evidence.excerpt)
    writer.member("weight", hundredths(evidence.weight))
    writer.member("blob", evidence.blob)
    writer.member("package", evidence.package.isEmpty ? "." : evidence.package)
    writer.endObject()
  }

  private static func write(_ warning: SkillsWarning, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("code", warning.code.rawValue)
    writer.member("path", warning.path)
    writer.member("line", warning.line)
    writer.member("message", warning.message)
    writer.endObject()
  }
}

import JSON
import JobModel

/// What is stored beside the plan or the skills of a project: what they were read from, and what the result of that job
/// said. A refresh of an unchanged repository answers with it.
struct Reading {
  var fingerprint: String
  /// The commit at that time; nil on a branch without commits.
  var head: String?
  /// Paths of the plan and the manifests that were read, for whoever watches them.
  var files: [String]
  /// Members of the result.
  var members: JSONObject
  /// Warnings about how the source came, and about what was read.
  var sourceWarnings: [String]
  var warnings: [String]

  init(
    fingerprint: String, head: String?, files: [String] = [], members: JSONObject = JSONObject(),
    sourceWarnings: [String] = [],
    warnings: [String] = []
  ) {
    self.fingerprint = fingerprint
    self.head = head
    self.files = files
    self.members = members
    self.sourceWarnings = sourceWarnings
    self.warnings = warnings
  }

  /// Reads what `json` has written; nil for anything else, which makes the repository be read again.
  init?(_ text: String?) {
    guard let text, case .object(let object)? = Self.parse(text), let fingerprint = object["fingerprint"]?.stringValue,
      case .object(let members)? = object["result"]
    else { return nil }
    self.init(
      fingerprint: fingerprint, head: object["head"]?.stringValue, files: Self.texts(object["files"]), members: members,
      sourceWarnings: Self.texts(object["source_warnings"]), warnings: Self.texts(object["warnings"]))
  }

  /// The same, with what the result says; of many warnings the first.
  func saying(_ members: JSONObject, _ warnings: [String]) -> Reading {
    var reading = self
    reading.members = members
    reading.warnings = Array(warnings.prefix(Self.maximumWarnings))
    return reading
  }

  /// Warnings kept; a result shows fewer and says how many more there are.
  private static let maximumWarnings = 100

  /// JSON object text.
  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("fingerprint", fingerprint)
    writer.member("head", head)
    writer.member("files", files)
    writer.key("result")
    writer.object(members)
    writer.member("source_warnings", sourceWarnings)
    writer.member("warnings", warnings)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func parse(_ text: String) -> JSON? {
    do {
      return try JSON.parse(text)
    } catch {
      // Only a hand that is not ours writes such a text. It is no reading.
      return nil
    }
  }

  private static func texts(_ value: JSON?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

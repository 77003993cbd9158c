import JSON

/// The `result` of a refresh job.
struct RefreshResult {
  var head: String?
  var branch: String?
  var filesCount: Int
  var warnings: [String]
  var milliseconds: Int64 = 0

  /// JSON object text.
  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("status", "success")
    writer.member("head", head)
    writer.member("branch", branch)
    writer.member("files_count", filesCount)
    writer.member("warnings", warnings)
    writer.member("duration_ms", milliseconds)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

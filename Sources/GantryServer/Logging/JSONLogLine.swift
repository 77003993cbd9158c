import Glibc
import JSON
import Logging

/// One event as one JSON object on a line: `time`, `level`, `message`, then the fields sorted by key.
nonisolated enum JSONLogLine {
  /// A line that is longer than a pipe takes at once would be cut, and be no JSON: its texts are cut instead.
  static func line(time: String, level: Logger.Level, message: String, metadata: Logger.Metadata) -> String {
    var longest = Int.max
    while true {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("time", time)
      writer.member("level", level.rawValue)
      writer.member("message", String(message.prefix(longest)))
      for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
        writer.member(key, String(value.description.prefix(longest)))
      }
      writer.endObject()
      let line = String(decoding: writer.bytes, as: UTF8.self) + "\n"
      if line.utf8.count < Int(PIPE_BUF) || longest == 0 { return line }
      longest = min(longest, 2048) / 2
    }
  }
}

import ChildProcess
import JSON
import JobModel

/// Makes progress, log, result and error of what a program writes to its standard output. Used by one thread.
final class CommandListener {
  private let context: any JobContext
  /// The newest `{"result": …}`; else the newest value of another form.
  private var said: JSON?
  private var value: JSON?
  private var isResultTooLarge = false
  /// What the program itself says went wrong.
  private(set) var error: JobError?

  /// Bytes of a line that the log keeps.
  private static let loggedLine = 256 << 10

  /// First bytes of JSON values.
  private static let beginnings = Set(#"{["-0123456789tfn"#.utf8)

  init(_ context: any JobContext) {
    self.context = context
  }

  func take(_ line: LineCutter.Line) {
    guard let first = line.bytes.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return log(line) }
    guard !line.isCut else {
      // A JSON value that long can only be a result.
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { isResultTooLarge = true }
      return log(line)
    }
    // Most lines are text; only what can begin a JSON value is worth a try.
    guard Self.beginnings.contains(first) else { return log(line) }
    do throws(JSONError) {
      let json = try JSON.parse(line.bytes)
      // More often a line of text that happens to be JSON than a result: it is both.
      if json.objectValue == nil, json.arrayValue == nil { log(line) }
      take(json)
    } catch {
      log(line)
    }
  }

  private func take(_ json: JSON) {
    if let progress = json["progress"], let report = Self.progress(progress) {
      context.report(report)
    } else if let text = json["log"]?.stringValue {
      context.log(text.hasSuffix("\n") ? text : text + "\n")
    } else if json.objectValue?.count == 1, let result = json["result"] {
      said = result
      isResultTooLarge = false
    } else if json.objectValue?.count == 1, let error = json["error"], let message = error["message"]?.stringValue {
      self.error = JobError(
        kind: Self.kind(error["kind"]) ?? "commandFailed", message: String(message.prefix(2000)),
        isRetryable: error["retryable"]?.boolValue ?? true)
    } else {
      value = json
      isResultTooLarge = false
    }
  }

  /// - Throws: kind `resultTooLarge`.
  func result(type: String) throws(JobError) -> String {
    let last = said ?? value
    let text: String
    switch last {
    case nil: text = #"{"status":"success"}"#
    case .object?: text = last?.description ?? "{}"
    case let other?: text = JSON.object(JSONObject([("value", other)])).description
    }
    guard !isResultTooLarge, text.utf8.count <= CommandHandler.maximumResult else {
      throw JobError(
        kind: "resultTooLarge",
        message: "The program of job type '\(type)' gave a result of more than \(CommandHandler.maximumResult) bytes. "
          + "Let it write the data to a file, and give the file's path as the result.")
    }
    return text
  }

  private func log(_ line: LineCutter.Line) {
    guard line.isCut || line.bytes.count > Self.loggedLine else { return context.log(line.bytes + [0x0A]) }
    context.log(Array(line.bytes.prefix(Self.loggedLine)) + Array(" … (line cut)\n".utf8))
  }

  /// Nil when this is not how progress is reported.
  private static func progress(_ json: JSON) -> JobProgress? {
    if let fraction = json.doubleValue { return JobProgress(fraction: fraction, stage: "running") }
    guard json.objectValue != nil else { return nil }
    let current = json["current"]?.intValue
    let total = json["total"]?.intValue
    var fraction = json["fraction"]?.doubleValue
    if fraction == nil, let current, let total, total > 0 { fraction = Double(current) / Double(total) }
    return JobProgress(
      fraction: fraction ?? 0, stage: String((json["stage"]?.stringValue ?? "running").prefix(100)),
      message: String((json["message"]?.stringValue ?? "").prefix(1000)), current: current, total: total)
  }

  /// A name that other programs can branch on; nil for anything else.
  private static func kind(_ json: JSON?) -> String? {
    guard let kind = json?.stringValue, (1...64).contains(kind.utf8.count),
      kind.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) })
    else { return nil }
    return kind
  }
}

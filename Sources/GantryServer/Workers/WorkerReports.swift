import GantryProtocol
import JSONRPC
import JobModel

nonisolated extension ProgressReport {
  /// What the store keeps of it.
  func progress() throws(RPCError) -> JobProgress {
    try WorkerText.check(stage, 0...64, isLine: true, "progress", "stage")
    try WorkerText.check(message, 0...1024, isLine: true, "progress", "message")
    if let fraction, !(0...1).contains(fraction) {
      throw RPCError.invalidParams(field: "progress", reason: "has a fraction that is not from 0 to 1")
    }
    for count in [current, total] {
      if let count, count < 0 { throw RPCError.invalidParams(field: "progress", reason: "counts less than nothing") }
    }
    return JobProgress(
      fraction: fraction ?? 0, stage: stage ?? "", message: message ?? "", current: current, total: total)
  }
}

nonisolated extension ErrorReport {
  /// What the store keeps of it.
  func jobError(retryable: Bool) throws(RPCError) -> JobError {
    try WorkerText.check(kind, 1...64, isLine: true, "error", "kind")
    try WorkerText.check(message, 1...8192, isLine: false, "error", "message")
    try WorkerText.check(step, 0...64, isLine: true, "error", "step")
    try WorkerText.check(stderrTail, 0...65536, isLine: false, "error", "stderr_tail")
    let code = try exitCode.map { code throws(RPCError) in
      guard let code = Int32(exactly: code) else {
        throw RPCError.invalidParams(field: "error", reason: "has an exit_code that no program can have")
      }
      return code
    }
    return JobError(
      kind: kind, message: message, step: step, exitCode: code, stderrTail: stderrTail, isRetryable: retryable)
  }
}

/// Texts inside a parameter that is an object.
nonisolated enum WorkerText {
  /// Bytes that one line of a log may have, as from a program of an own job type.
  private static let longestLine = 256 << 10
  /// Lines that one heartbeat may bring.
  private static let mostLines = 1000

  /// What the log gets.
  static func logBytes(_ lines: [String]) throws(RPCError) -> [UInt8] {
    guard lines.count <= mostLines else {
      throw RPCError.invalidParams(
        field: "log",
        reason: "has \(lines.count) lines, and one heartbeat brings \(mostLines) at most; send another one")
    }
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      guard line.utf8.count <= longestLine else {
        throw RPCError.invalidParams(
          field: "log", pointer: "/log/\(index)",
          reason: "has a line of \(line.utf8.count) bytes, and it may have \(longestLine); none of the lines was kept")
      }
      bytes += line.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  static func check(
    _ text: String?, _ length: ClosedRange<Int>, isLine: Bool, _ field: String, _ member: String
  ) throws(RPCError) {
    guard let text else { return }
    guard length.contains(text.unicodeScalars.count) else {
      throw RPCError.invalidParams(
        field: field,
        reason: "has a \(member) that must have from \(length.lowerBound) to \(length.upperBound) characters")
    }
    guard !isLine || !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw RPCError.invalidParams(field: field, reason: "has a \(member) with control characters")
    }
  }
}

/// Reads the tasks of a plan written in GitHub Flavored Markdown.
///
/// A task is what the specification calls a task list item, wherever it stands: in nested lists and in block quotes,
/// never in code, HTML, tables or front matter. The time taken is linear in the size of the file.
public enum PlanParser {
  /// - Parameters:
  ///   - bytes: the file, UTF-8 with or without a byte order mark; lines end in LF, CR LF or CR.
  ///   - path: where the file lies in its repository, which tells tools apart; may be empty.
  public static func parse(_ bytes: [UInt8], path: String = "", limits: PlanLimits = .default) -> PlanDocument {
    var builder = PlanBuilder(bytes: bytes, limits: limits)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: mark) ? mark.count : 0
    let end = wholeLines(of: bytes, from: start, limit: limits.fileBytes)
    warnOfEncoding(bytes, &builder)

    var firstLine = 0
    if let frontMatter = FrontMatter(bytes, from: start, to: end) {
      builder.add(frontMatter)
      start = frontMatter.end
      firstLine = frontMatter.lines
    }
    var splitter = LineSplitter(from: start, to: end)
    var parser = BlockParser(bytes: bytes, builder: builder)
    while let line = splitter.next(in: bytes) { parser.take(line, number: firstLine + splitter.number) }
    if end < bytes.count {
      parser.builder.markTruncated()
      parser.builder.warn(
        .fileTooLong, firstLine + splitter.number + 1, "only the first \(limits.fileBytes) bytes of the file are read")
    }
    return PlanReading(parser.finish(), path: path).finish()
  }

  /// Where to stop: behind the last line ending within the limit, so that no line is read by half.
  private static func wholeLines(of bytes: [UInt8], from start: Int, limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.count }
    var end = max(limit, start)
    while end > start, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D { end -= 1 }
    return end
  }

  private static func warnOfEncoding(_ bytes: [UInt8], _ builder: inout PlanBuilder) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      builder.warn(.notUTF8, 1, "the file is UTF-16; save it as UTF-8 to have it read")
    } else if String(validating: bytes, as: UTF8.self) == nil {
      builder.warn(.notUTF8, 1, "the file is not valid UTF-8; the bytes in question are replaced")
    }
  }
}

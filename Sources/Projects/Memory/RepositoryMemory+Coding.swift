/// The form in which a memory lies on disk: a mark, the reader, the records, and a digest over everything before it.
extension RepositoryMemory {
  /// Why bytes are no memory.
  enum CodingError: Error, Hashable {
    /// They end too early, say something impossible, or their digest is another.
    case corrupt
    /// Another program has written them.
    case otherReader
  }

  private static let mark = Array("gantry memory 1\n".utf8)

  func encoded(reader: String) -> [UInt8] {
    var output = ByteEncoder()
    output.raw(Self.mark)
    output.bytes(Array(reader.utf8))
    output.digest(languageContext)
    output.number(files.count)
    for (path, record) in files {
      output.bytes(path)
      record.encode(to: &output)
    }
    output.digest(ContentDigest(of: output.encoded))
    return output.encoded
  }

  init(_ bytes: [UInt8], reader: String) throws(CodingError) {
    let trailer = 16
    guard bytes.count > Self.mark.count + trailer, bytes.starts(with: Self.mark) else { throw .corrupt }
    var end = ByteDecoder(bytes[(bytes.count - trailer)...])
    guard try end.digest() == ContentDigest(of: bytes.dropLast(trailer)) else { throw .corrupt }
    var input = ByteDecoder(bytes[Self.mark.count..<(bytes.count - trailer)])
    guard try input.bytes() == Array(reader.utf8) else { throw .otherReader }
    languageContext = try input.digest()
    let count = try input.number()
    // Each file takes some bytes: a count that cannot be is not made room for.
    guard count <= bytes.count / 4 else { throw .corrupt }
    files.reserveCapacity(count)
    for _ in 0..<count {
      let path = try input.bytes()
      files[path] = try FileRecord(from: &input)
    }
    guard input.isAtEnd else { throw .corrupt }
  }
}

extension FileRecord {
  private struct Parts: OptionSet {
    let rawValue: UInt64
    static let stamp = Parts(rawValue: 1)
    static let settled = Parts(rawValue: 2)
    static let oid = Parts(rawValue: 4)
    static let executable = Parts(rawValue: 8)
    static let seen = Parts(rawValue: 16)
    static let language = Parts(rawValue: 32)
    static let content = Parts(rawValue: 64)
    static let blobID = Parts(rawValue: 128)
  }

  fileprivate func encode(to output: inout ByteEncoder) {
    var parts: Parts = []
    if stamp != nil { parts.insert(.stamp) }
    if isSettled { parts.insert(.settled) }
    if oid != nil { parts.insert(.oid) }
    if isExecutable { parts.insert(.executable) }
    if seen != nil { parts.insert(.seen) }
    if language != nil { parts.insert(.language) }
    if blobID != nil { parts.insert(.blobID) }
    if content != nil { parts.insert(.content) }
    output.number(parts.rawValue)
    if let stamp {
      output.word(UInt64(bitPattern: stamp.size))
      output.word(UInt64(bitPattern: stamp.modified))
      output.word(UInt64(bitPattern: stamp.changed))
      output.word(stamp.inode)
      output.word(stamp.device)
    }
    if let oid { output.bytes(Array(oid.utf8)) }
    if let seen {
      output.number(seen.limit)
      output.digest(seen.digest)
    }
    language?.encode(to: &output)
    if let blobID { output.bytes(Array(blobID.utf8)) }
    if let content { output.bytes(content) }
  }

  fileprivate init(from input: inout ByteDecoder) throws(RepositoryMemory.CodingError) {
    let parts = Parts(rawValue: UInt64(try input.number()))
    isExecutable = parts.contains(.executable)
    isSettled = parts.contains(.settled)
    if parts.contains(.stamp) {
      stamp = FileStamp(
        size: Int64(bitPattern: try input.word()), modified: Int64(bitPattern: try input.word()),
        changed: Int64(bitPattern: try input.word()), inode: try input.word(), device: try input.word())
    }
    if parts.contains(.oid) { oid = try input.text() }
    if parts.contains(.seen) { seen = Seen(limit: try input.number(), digest: try input.digest()) }
    if parts.contains(.language) { language = try LanguageFinding(from: &input) }
    if parts.contains(.blobID) { blobID = try input.text() }
    if parts.contains(.content) { content = try input.bytes() }
  }
}

extension LanguageFinding {
  fileprivate func encode(to output: inout ByteEncoder) {
    switch self {
    case .nothing: output.number(0)
    case .counted(let language, let kind, let what, let line):
      output.number(1)
      output.number(language)
      output.bytes(Array(kind.rawValue.utf8))
      output.bytes(Array(what.utf8))
      output.number(line ?? 0)
    case .undecided(let skipped):
      output.number(2)
      output.number(skipped)
    }
  }

  fileprivate init(from input: inout ByteDecoder) throws(RepositoryMemory.CodingError) {
    switch try input.number() {
    case 0: self = .nothing
    case 1:
      let language = try input.number()
      guard let kind = SkillEvidence.Kind(rawValue: try input.text()) else { throw .corrupt }
      let what = try input.text()
      let line = try input.number()
      self = .counted(language: language, kind: kind, what: what, line: line > 0 ? line : nil)
    case 2: self = .undecided(skipped: try input.number())
    default: throw .corrupt
    }
  }
}

import GantryTestSupport
import Testing

@testable import Projects

@Suite struct RepositoryMemoryTests {
  static let memory: RepositoryMemory = {
    var memory = RepositoryMemory(languageContext: ContentDigest(of: Array("*.c".utf8)))
    memory.files[Array("a".utf8)] = FileRecord(
      stamp: FileStamp(size: 5, modified: -1, changed: 7, inode: .max, device: 9), isSettled: true,
      isExecutable: true, seen: FileRecord.Seen(limit: 4096, bytes: [1, 2, 3]),
      language: .counted(language: 300, kind: .shebang, what: "#!/bin/sh", line: 1),
      blobID: String(repeating: "cd", count: 20))
    memory.files[[0xFF, 0x2F]] = FileRecord(
      oid: String(repeating: "ab", count: 20), isExecutable: false, seen: .failed(limit: 1),
      language: .undecided(skipped: 2))
    memory.files[[]] = FileRecord(
      isExecutable: false, seen: FileRecord.Seen(limit: 1 << 20, bytes: []), language: .nothing, content: [])
    return memory
  }()

  @Test func `what is written is read back`() throws {
    let bytes = Self.memory.encoded(reader: "me")
    #expect(try RepositoryMemory(bytes, reader: "me") == Self.memory)
    #expect(throws: RepositoryMemory.CodingError.otherReader) { try RepositoryMemory(bytes, reader: "another") }
  }

  @Test func `no changed byte and no missing end goes unnoticed`() {
    let bytes = Self.memory.encoded(reader: "me")
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(throws: RepositoryMemory.CodingError.corrupt) { try RepositoryMemory(damaged, reader: "me") }
      #expect(throws: RepositoryMemory.CodingError.corrupt) {
        try RepositoryMemory(Array(bytes[..<index]), reader: "me")
      }
    }
  }

  @Test func `bytes that are well sealed and make no sense are refused as well`() {
    var random = SplitMix64(seed: 7)
    let sealed = Self.memory.encoded(reader: "me").dropLast(16)
    for _ in 0..<2000 {
      var bytes = Array(sealed)
      for _ in 0..<3 {
        bytes[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var output = ByteEncoder()
      output.raw(bytes)
      output.digest(ContentDigest(of: bytes))
      // Either it still is a memory, or it is refused: it never traps.
      do { _ = try RepositoryMemory(output.encoded, reader: "me") } catch {}
    }
  }

  @Test func `digests tell contents, pieces and lengths apart`() {
    var seen: Set<ContentDigest> = []
    for length in 1..<300 {
      #expect(seen.insert(ContentDigest(of: [UInt8](repeating: 0, count: length))).inserted)
      var bytes = [UInt8](repeating: 7, count: length)
      bytes[length / 2] = 8
      #expect(seen.insert(ContentDigest(of: bytes)).inserted)
    }
    var whole = ContentDigest()
    whole.add([1, 2])
    var pieces = ContentDigest()
    pieces.add([1])
    pieces.add([2])
    #expect(whole != pieces)
    var empty = ContentDigest()
    empty.add("")
    var absent = ContentDigest()
    absent.add(nil as String?)
    #expect(empty != absent)
  }
}

import JobModel

/// The events of one transaction as one blob. A row for each event would cost each job three more rows; packed, they
/// cost one row for up to 512 commands.
///
/// Each event: kind (1 byte), flags (1), job id (16), project id (16), type and user (1 byte length each), status (1),
/// attempt (4), detail (4 bytes length), little-endian; what the flags leave out is not there.
enum EventCodec {
  private enum Flag {
    static let job: UInt8 = 1
    static let project: UInt8 = 2
    static let type: UInt8 = 4
    static let user: UInt8 = 8
    static let status: UInt8 = 16
    static let detail: UInt8 = 32
  }

  /// The statuses by their number in the blob.
  private static let statuses: [JobStatus] = [.pending, .processing, .completed, .failed, .cancelled]

  static func append(_ event: StoreEvent, to bytes: inout [UInt8]) {
    bytes.append(event.kind.rawValue)
    var flags: UInt8 = 0
    if event.jobID != nil { flags |= Flag.job }
    if event.projectID != nil { flags |= Flag.project }
    if event.type != nil { flags |= Flag.type }
    if event.userID != nil { flags |= Flag.user }
    if event.status != nil { flags |= Flag.status }
    if event.detail != nil { flags |= Flag.detail }
    bytes.append(flags)
    if let id = event.jobID { append(id, to: &bytes) }
    if let id = event.projectID { append(id, to: &bytes) }
    if let type = event.type { append(short: type, to: &bytes) }
    if let user = event.userID { append(short: user, to: &bytes) }
    if let status = event.status { bytes.append(UInt8(statuses.firstIndex(of: status) ?? 0)) }
    append(UInt32(clamping: event.attempt), to: &bytes)
    if let detail = event.detail {
      let text = Array(detail.utf8)
      append(UInt32(text.count), to: &bytes)
      bytes += text
    }
  }

  /// Nil when the blob is not one of ours, or was damaged.
  static func decode(_ bytes: [UInt8], firstSeq: Int64, count: Int, time: Timestamp) -> [StoreEvent]? {
    var cursor = Cursor(bytes: bytes)
    var events: [StoreEvent] = []
    // Every event has at least six bytes; a damaged count must not ask for memory.
    events.reserveCapacity(min(count, bytes.count / 6))
    for number in 0..<count {
      guard let raw = cursor.byte(), let kind = StoreEvent.Kind(rawValue: raw), let flags = cursor.byte() else {
        return nil
      }
      var event = StoreEvent(seq: firstSeq &+ Int64(number), time: time, kind: kind)
      if flags & Flag.job != 0 {
        guard let id = cursor.id() else { return nil }
        event.jobID = id
      }
      if flags & Flag.project != 0 {
        guard let id = cursor.id() else { return nil }
        event.projectID = id
      }
      if flags & Flag.type != 0 {
        guard let length = cursor.byte(), let type = cursor.text(Int(length)) else { return nil }
        event.type = type
      }
      if flags & Flag.user != 0 {
        guard let length = cursor.byte(), let user = cursor.text(Int(length)) else { return nil }
        event.userID = user
      }
      if flags & Flag.status != 0 {
        guard let number = cursor.byte(), Int(number) < statuses.count else { return nil }
        event.status = statuses[Int(number)]
      }
      guard let attempt = cursor.word() else { return nil }
      event.attempt = Int(attempt)
      if flags & Flag.detail != 0 {
        guard let length = cursor.word(), let detail = cursor.text(Int(length)) else { return nil }
        event.detail = detail
      }
      events.append(event)
    }
    return cursor.isAtEnd ? events : nil
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ id: UUIDv7, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: id.high.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: id.low.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Types and users have at most 256 bytes; the one byte of a longer name is not worth a second length byte.
  private static func append(short text: String, to bytes: inout [UInt8]) {
    let text = text.utf8.prefix(255)
    bytes.append(UInt8(text.count))
    bytes += text
  }

  private struct Cursor {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    mutating func byte() -> UInt8? {
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      return bytes[index]
    }

    mutating func word() -> UInt32? {
      guard bytes.count - index >= 4 else { return nil }
      defer { index += 4 }
      return bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt32.self)) }
    }

    mutating func id() -> UUIDv7? {
      guard bytes.count - index >= 16 else { return nil }
      defer { index += 16 }
      return bytes.withUnsafeBytes {
        UUIDv7(
          high: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
          low: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)))
      }
    }

    mutating func text(_ count: Int) -> String? {
      guard bytes.count - index >= count else { return nil }
      defer { index += count }
      return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }
  }
}

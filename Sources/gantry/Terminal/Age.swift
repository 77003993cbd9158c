import Glibc

/// Times for people.
enum Age {
  /// How long ago an RFC 3339 time in UTC was, in one unit: `12s`, `5m`, `3h`, `9d`. The text itself when it is no time.
  static func of(_ time: String?, now: Int = Glibc.time(nil)) -> String? {
    guard let time else { return nil }
    guard let seconds = secondsSinceEpoch(time) else { return time }
    return short(max(0, now - seconds))
  }

  /// A number of seconds in one unit.
  static func short(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds)s"
    case ..<3600: "\(seconds / 60)m"
    case ..<86_400: "\(seconds / 3600)h"
    default: "\(seconds / 86_400)d"
    }
  }

  /// `2026-11-24 10:15:00` in the local time zone. The text itself when it is no time.
  ///
  /// - Parameter withZone: adds the zone's name, for times that are not just now.
  static func local(_ time: String?, withZone: Bool = false) -> String? {
    guard let time else { return nil }
    guard var seconds = secondsSinceEpoch(time) else { return time }
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, withZone ? "%Y-%m-%d %H:%M:%S %Z" : "%Y-%m-%d %H:%M:%S", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// `2026-11-24` in the local time zone. The text itself when it is no time.
  static func day(_ time: String?) -> String? { local(time).map { String($0.prefix(10)) } }

  /// Reads `YYYY-MM-DDThh:mm:ss…Z`, the one form the daemon writes.
  static func secondsSinceEpoch(_ time: String) -> Int? {
    let bytes = Array(time.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int32? { Int32(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    return timegm(&parts)
  }
}

import Glibc

/// One line of the process table, as `/proc/PID/stat` shows it (proc(5)).
struct ProcessRecord: Hashable {
  var pid: pid_t
  var parent: pid_t
  var group: pid_t
  var session: pid_t
  /// Clock ticks between the start of the machine and that of the process. With the number it names one process for
  /// good: numbers come again, and not within one tick.
  var started: UInt64
  /// It has ended, and only waits to be reaped.
  var isZombie: Bool

  /// What names a process for good.
  struct Identity: Hashable {
    var pid: pid_t
    var started: UInt64
  }

  var identity: Identity { Identity(pid: pid, started: started) }

  /// Reads the record of one process; nil when there is none.
  init?(of pid: pid_t) {
    guard let bytes = ProcFile.read("/proc/\(pid)/stat", limit: 4096) else { return nil }
    self.init(pid: pid, stat: bytes)
  }

  /// Reads the text of a `stat` file; nil when it is not one.
  init?(pid: pid_t, stat bytes: [UInt8]) {
    // The program's name stands in brackets and may hold anything, brackets and blanks too; the last one closes it.
    guard let close = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = bytes[(close + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 20)
    guard fields.count > 19, let state = fields[0].first, let parent = Self.number(fields[1]),
      let group = Self.number(fields[2]), let session = Self.number(fields[3]), let started = Self.number(fields[19])
    else { return nil }
    self.pid = pid
    self.parent = pid_t(truncatingIfNeeded: parent)
    self.group = pid_t(truncatingIfNeeded: group)
    self.session = pid_t(truncatingIfNeeded: session)
    self.started = UInt64(clamping: started)
    isZombie = state == UInt8(ascii: "Z") || state == UInt8(ascii: "X")
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    Int64(String(decoding: digits, as: UTF8.self))
  }

  /// Every process that this one can see.
  static func all() -> [ProcessRecord] {
    ProcFile.numbers(in: "/proc").compactMap { ProcessRecord(of: $0) }
  }

  /// True when a line of the environment that the process was started with satisfies `isWanted`.
  ///
  /// - Parameter owner: user id that the process must have; nil for any.
  func hasEnvironment(owner: uid_t? = nil, where isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
    // Larger than Linux lets an environment be with the usual stack limit; what lies beyond is not ours.
    guard let bytes = ProcFile.read("/proc/\(pid)/environ", limit: 4 << 20, owner: owner) else { return false }
    return bytes.split(separator: 0).contains(where: isWanted)
  }
}

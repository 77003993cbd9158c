import Glibc

/// Failures that come from the state of the process or the machine and say nothing about the file that was asked for.
enum Exhaustion {
  /// True when the same call may succeed a moment later, with nothing changed about the file.
  static func isMeant(by number: Int32) -> Bool {
    [EMFILE, ENFILE, ENOMEM, ENOBUFS, EAGAIN].contains(number)
  }
}

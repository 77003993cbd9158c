/// The store could not do what was asked, for a reason outside the command.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The database was written by a newer Gantry; it was not touched.
    case newerVersion
    /// The file is a database of another program.
    case notOurs
    /// Another process holds the state directory.
    case locked
    /// No room on the disk.
    case full
    /// The database is damaged.
    case corrupt
    /// Reading or writing failed.
    case io
    /// A statement failed in a way that is a bug of ours.
    case internalError
  }

  public var code: Code
  /// What happened, where, and what to do next.
  public var message: String
  /// SQLite's extended result code, or errno for files; 0 when neither applies.
  public var underlying: Int32

  public init(_ code: Code, _ message: String, underlying: Int32 = 0) {
    self.code = code
    self.message = message
    self.underlying = underlying
  }

  public var description: String { message }

  /// The same, for a change that may come back should the daemon die before the disk works again.
  var inDoubt: StoreError {
    var error = self
    error.message += """
       The disk did not even let go of it: if gantryd ends before the disk works again, the change may turn out to have \
      been made.
      """
    return error
  }
}

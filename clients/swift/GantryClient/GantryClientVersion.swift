/// The version of the client library and of the command line, which is the daemon's own; the protocol has another.
public enum GantryClientVersion {
  /// Major, minor and patch, as in semantic versioning.
  public static let current = "0.1.0"
}

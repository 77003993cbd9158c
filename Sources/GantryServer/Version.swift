/// The version of the daemon and the tools; the protocol has its own.
public nonisolated enum GantryVersion {
  public static let current = "0.1.0"
}

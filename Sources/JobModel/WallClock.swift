import Glibc

/// Where the time of day comes from; tests put in their own.
public protocol WallClock: Sendable {
  func now() -> Timestamp
}

/// The machine's clock (`CLOCK_REALTIME`).
public struct SystemWallClock: WallClock {
  public init() {}

  public func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

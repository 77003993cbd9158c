import JSON
import JSONRPC

/// A client of the daemon for programs that use concurrency: many calls can be under way on one connection, each from its
/// own task.
///
/// ```swift
/// let gantry = try await GantryClient.connect()
/// let refresh = try await gantry.refresh(path: "/home/me/project")
/// let job = try await gantry.waitForJob(refresh.jobID)
/// ```
///
/// The connection ends with ``close()`` or with the last reference.
public final class GantryClient: Sendable {
  /// How long a call waits for its answer when nothing else is said.
  public static let defaultTimeout: Duration = .seconds(30)

  private let channel: Channel
  let socketPath: String

  private init(channel: Channel, socketPath: String) {
    self.channel = channel
    self.socketPath = socketPath
  }

  deinit { channel.close() }

  /// Connects to the daemon.
  ///
  /// - Parameters:
  ///   - socketPath: where it listens; nil finds the place as the daemon does (`$GANTRY_SOCKET`, the runtime directory,
  ///     the documented fallbacks).
  ///   - timeout: how long to wait for a daemon that is too busy to accept.
  /// - Throws: ``GantryError/cannotConnect(path:systemError:hint:)``, with what to do.
  public static func connect(
    socketPath: String? = nil, timeout: Duration = .seconds(5)
  ) async throws(GantryError) -> GantryClient {
    let path = try Connection.locate(socketPath)
    return GantryClient(channel: try await Channel.open(path: path, timeout: timeout), socketPath: path)
  }

  /// Calls a method with its own types.
  ///
  /// When the task is cancelled the call ends with ``GantryError/cancelled(method:)`` and the daemon is told.
  public func call<M: RPCMethod>(
    _ method: M.Type, _ params: M.Params, timeout: Duration? = defaultTimeout
  ) async throws(GantryError) -> M.Result {
    try await M.decodeResult(call(M.name, params: RawJSON(params), timeout: timeout))
  }

  /// Calls a method by name and returns its result as the daemon wrote it.
  ///
  /// - Parameter timeout: how long to wait for the answer; nil waits without limit.
  public func call(
    _ method: String, params: RawJSON? = nil, timeout: Duration? = defaultTimeout
  ) async throws(GantryError) -> RawJSON {
    try await channel.call(method, params: params, timeout: timeout).get()
  }

  /// Ends the connection. Calls under way fail with ``GantryError/closed(method:systemError:)``.
  public func close() { channel.close() }
}

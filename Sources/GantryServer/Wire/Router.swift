import GantryProtocol
import JSON
import JSONRPC

/// Finds the code behind a method name.
///
/// A query only reads, and waits for the writes that its connection sent before it. A command goes to the store thread;
/// its answer comes after the commit. Both decode their parameters before anything else happens, so bad input changes
/// nothing.
final class Router {
  private struct Entry {
    let metrics: MethodMetrics
    let run: (RawJSON?, Responder) -> Void
  }

  private var entries: [String: Entry] = [:]
  private let metrics: Metrics

  /// A router without methods, which counts requests there.
  init(metrics: Metrics) {
    self.metrics = metrics
  }

  /// Asked before a command starts: the reason why no more work is taken just now.
  var refuseNewWork: () -> RPCError? = { nil }

  /// Names of all methods, sorted.
  var methodNames: [String] { entries.keys.sorted() }

  /// Adds a method that answers at once from what it can see on the loop.
  func query<M: RPCMethod>(
    _ method: M.Type, _ body: @escaping (M.Params, Responder) throws(RPCError) -> M.Result
  ) {
    add(M.name) { raw, responder in
      Self.decode(M.self, raw, responder) { params in
        responder.session.afterOwnWrites {
          do throws(RPCError) {
            responder.succeed(try body(params, responder))
          } catch {
            responder.fail(error)
          }
        }
      }
    }
  }

  /// Adds a query whose result is written out already; that the bytes are an `M.Result` is up to the caller.
  func encodedQuery<M: RPCMethod>(
    _ method: M.Type, _ body: @escaping (M.Params) throws(RPCError) -> RawJSON
  ) {
    longPoll(method) { params, responder throws(RPCError) in responder.succeed(try body(params)) }
  }

  /// Adds a method that waits: it starts as a query does, and answers later through its responder.
  func longPoll<M: RPCMethod>(
    _ method: M.Type, _ body: @escaping (M.Params, Responder) throws(RPCError) -> Void
  ) {
    add(M.name) { raw, responder in
      Self.decode(M.self, raw, responder) { params in
        responder.session.afterOwnWrites {
          do throws(RPCError) {
            try body(params, responder)
          } catch {
            responder.fail(error)
          }
        }
      }
    }
  }

  /// Adds a method that writes: it starts at once, and answers later through its responder.
  ///
  /// - Parameter endsWork: the method makes less work rather than more, so it is also taken when there is too much.
  func command<M: RPCMethod>(
    _ method: M.Type, endsWork: Bool = false, _ body: @escaping (M.Params, Responder) throws(RPCError) -> Void
  ) {
    add(M.name) { [unowned self] raw, responder in
      Self.decode(M.self, raw, responder) { params in
        do throws(RPCError) {
          if !endsWork, let refusal = refuseNewWork() { throw refusal }
          try body(params, responder)
        } catch {
          responder.fail(error)
        }
      }
    }
  }

  /// Runs the method; the responder is answered in any case.
  func run(_ method: String, _ params: RawJSON?, _ responder: Responder) {
    guard let entry = entries[method] else {
      responder.measure(by: metrics.unknownMethod)
      return responder.fail(RPCError.methodNotFound(method))
    }
    responder.measure(by: entry.metrics)
    entry.run(params, responder)
  }

  private func add(_ name: String, _ run: @escaping (RawJSON?, Responder) -> Void) {
    let previous = entries.updateValue(Entry(metrics: metrics.method(name), run: run), forKey: name)
    precondition(previous == nil, "method \(name) was registered twice")
  }

  private static func decode<M: RPCMethod>(
    _ method: M.Type, _ raw: RawJSON?, _ responder: Responder, _ body: (M.Params) -> Void
  ) {
    let params: M.Params
    do throws(RPCError) {
      params = try M.Params.decode(raw)
    } catch {
      return responder.fail(error)
    }
    body(params)
  }
}

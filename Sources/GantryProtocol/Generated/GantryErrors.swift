// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

/// The catalogue of errors. Programs branch on `kind`.
public enum GantryErrors {
  public struct Entry: Hashable, Sendable {
    public let code: Int
    public let kind: String
    /// True when the same request may succeed later.
    public let isRetryable: Bool
  }

  /// In the order of the document.
  public static let catalogue: [Entry] = [
    Entry(code: -32700, kind: "parseError", isRetryable: false),
    Entry(code: -32700, kind: "nestingTooDeep", isRetryable: false),
    Entry(code: -32600, kind: "invalidRequest", isRetryable: false),
    Entry(code: -32600, kind: "batchTooLarge", isRetryable: false),
    Entry(code: -32600, kind: "idTooLong", isRetryable: false),
    Entry(code: -32601, kind: "methodNotFound", isRetryable: false),
    Entry(code: -32602, kind: "invalidParams", isRetryable: false),
    Entry(code: -32602, kind: "unknownParam", isRetryable: false),
    Entry(code: -32602, kind: "duplicateKey", isRetryable: false),
    Entry(code: -32603, kind: "internalError", isRetryable: true),
    Entry(code: -32000, kind: "overloaded", isRetryable: true),
    Entry(code: -32001, kind: "messageTooLarge", isRetryable: false),
    Entry(code: -32003, kind: "responseTooLarge", isRetryable: false),
    Entry(code: -32004, kind: "shuttingDown", isRetryable: true),
    Entry(code: -32005, kind: "permissionDenied", isRetryable: false),
    Entry(code: -32006, kind: "tooManyConnections", isRetryable: true),
    Entry(code: -32800, kind: "requestCancelled", isRetryable: false),
    Entry(code: 1001, kind: "jobNotFound", isRetryable: false),
    Entry(code: 1002, kind: "invalidState", isRetryable: false),
    Entry(code: 1003, kind: "projectNotFound", isRetryable: false),
    Entry(code: 1004, kind: "duplicateJob", isRetryable: false),
    Entry(code: 1005, kind: "notRetryable", isRetryable: false),
    Entry(code: 1007, kind: "conflict", isRetryable: false),
    Entry(code: 1008, kind: "storageUnavailable", isRetryable: true),
    Entry(code: 1009, kind: "rateLimited", isRetryable: true),
    Entry(code: 1010, kind: "notARepository", isRetryable: false),
    Entry(code: 1011, kind: "unknownJobType", isRetryable: false),
    Entry(code: 1012, kind: "unsupportedProtocol", isRetryable: false),
    Entry(code: 1013, kind: "scheduleNotFound", isRetryable: false),
    Entry(code: 1016, kind: "staleAttempt", isRetryable: false),
    Entry(code: 1015, kind: "tooManySubscriptions", isRetryable: false),
    Entry(code: 1101, kind: "gitFailed", isRetryable: true),
    Entry(code: 1102, kind: "urlNotAllowed", isRetryable: false),
    Entry(code: 1103, kind: "gitMissing", isRetryable: false),
    Entry(code: 1104, kind: "gitTimedOut", isRetryable: true),
    Entry(code: 1105, kind: "mirrorBusy", isRetryable: true),
    Entry(code: 1106, kind: "pathNotFound", isRetryable: false),
    Entry(code: 1107, kind: "repositoryTooLarge", isRetryable: false),
    Entry(code: 1110, kind: "jobTimeout", isRetryable: true),
    Entry(code: 1111, kind: "queueTimeout", isRetryable: false),
    Entry(code: 1112, kind: "dependencyFailed", isRetryable: false),
    Entry(code: 1113, kind: "workerCrashed", isRetryable: false),
    Entry(code: 1115, kind: "workerFailed", isRetryable: true),
    Entry(code: 1121, kind: "commandFailed", isRetryable: true),
    Entry(code: 1122, kind: "commandUnusable", isRetryable: false),
    Entry(code: 1123, kind: "resultTooLarge", isRetryable: false),
  ]
}

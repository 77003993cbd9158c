// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Write a copy of the database. The copy is one file, complete by itself, with the state of the moment at which it
/// was begun; the queue goes on meanwhile. It is checked before it gets its name, so what is at the path is whole.
/// To restore it, stop the daemon and put the file in the place of `gantry.db` in the state directory, with no
/// `gantry.db-wal` and `gantry.db-shm` beside it. One backup or verification runs at a time; others wait.
/// `$/cancelRequest` ends it, and nothing is left of it.
public enum Backup: RPCMethod {
  public static let name = "backup"

  /// What `backup` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Where to; nothing may be there, and its directory must be.
    public var path: String

    public init(
      path: String
    ) {
      self.path = path
    }

    public static let parameterNames: [String] = ["path"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      path = try members.required("path")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("path", path)
      writer.endObject()
    }
  }

  /// What `backup` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The file.
    public var path: String
    /// Its size.
    public var bytes: Int64
    /// Jobs in it.
    public var jobs: Int64
    /// It was read back and is in order; a copy that is not is removed and refused.
    public var verified: Bool
    /// How long it took.
    public var seconds: Double

    public init(
      path: String,
      bytes: Int64,
      jobs: Int64,
      verified: Bool,
      seconds: Double
    ) {
      self.path = path
      self.bytes = bytes
      self.jobs = jobs
      self.verified = verified
      self.seconds = seconds
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      path = try members.required("path")
      bytes = try members.required("bytes")
      jobs = try members.required("jobs")
      verified = try members.required("verified")
      seconds = try members.required("seconds")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("path", path)
      writer.member("bytes", bytes)
      writer.member("jobs", jobs)
      writer.member("verified", verified)
      writer.member("seconds", seconds)
      writer.endObject()
    }
  }
}

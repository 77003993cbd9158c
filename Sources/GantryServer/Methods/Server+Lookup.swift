import JSON
import JSONRPC
import JobModel
import JobStore
import Logging
import Projects

/// What several methods need: ids out of texts, things out of the store, and the errors when they are not there.
extension Server {
  func read<T>(_ body: (inout any JobReading) throws(StoreError) -> T) throws(RPCError) -> T {
    do throws(StoreError) {
      return try reads.read(body)
    } catch {
      throw readFailure(error)
    }
  }

  /// Logs a failed read and says it in the client's terms.
  func readFailure(_ error: StoreError) -> RPCError {
    metrics.readFailed()
    logger.error("a read failed: \(error)", metadata: ["code": "\(error.code.rawValue)"])
    return WireErrors.storageUnavailable(error.message)
  }

  func jobID(_ text: String) throws(RPCError) -> JobID {
    guard let id = JobID(text) else { throw RPCError.invalidParams(field: "job_id", reason: "is not a UUID") }
    return id
  }

  func projectID(_ text: String) throws(RPCError) -> ProjectID {
    guard let id = ProjectID(text) else { throw RPCError.invalidParams(field: "project_id", reason: "is not a UUID") }
    return id
  }

  func job(_ text: String) throws(RPCError) -> Job {
    try job(try jobID(text))
  }

  func job(_ id: JobID) throws(RPCError) -> Job {
    guard let job = try read({ reader throws(StoreError) in try reader.job(id) }) else {
      throw WireErrors.jobNotFound(id)
    }
    return job
  }

  /// The project that exactly one of the two names.
  func project(id: String?, path: String?) throws(RPCError) -> Project {
    switch (id, path) {
    case (let id?, nil):
      let projectID = try projectID(id)
      guard let project = try read({ reader throws(StoreError) in try reader.project(projectID) }) else {
        throw WireErrors.projectNotFound(id)
      }
      return project
    case (nil, let path?):
      let source = try localProject(path).source
      guard let project = try read({ reader throws(StoreError) in try reader.project(source: source) }) else {
        throw WireErrors.projectNotFound(source)
      }
      return project
    default:
      throw RPCError.invalidParams(field: "project_id", reason: "or path must be given, exactly one of them")
    }
  }

  /// The project of the repository that an absolute path lies in.
  ///
  /// - Parameter field: the parameter that the path came in.
  func localProject(_ path: String, field: String = "path") throws(RPCError) -> NewProject {
    guard path.utf8.first == UInt8(ascii: "/") else {
      throw RPCError.invalidParams(
        field: field, reason: "must be absolute, since the daemon has another working directory")
    }
    guard !path.utf8.contains(0) else { throw RPCError.invalidParams(field: field, reason: "must not hold a NUL") }
    do throws(RepositoryLocator.Failure) {
      let root = try RepositoryLocator.root(containing: path)
      let name = root.split(separator: "/").last.map(String.init) ?? "/"
      return NewProject(source: root, kind: .local, name: name)
    } catch {
      throw WireErrors.notARepository(path, error.reason)
    }
  }

  /// The project of a path or URL.
  func project(source: String) throws(RPCError) -> NewProject {
    if source.utf8.first == UInt8(ascii: "/") { return try localProject(source, field: "source") }
    do throws(JobError) {
      let url = try SourceURL(source)
      return NewProject(source: url.canonical, kind: .remote, name: url.name)
    } catch {
      throw WireErrors.urlNotAllowed(error.message)
    }
  }

  /// Rows of a page: what was asked for, within the limit.
  func pageLimit(_ asked: Int64?) -> Int {
    min(asked.map { Int($0) } ?? 50, configuration.limits.listRows)
  }

  /// A cursor that is the id of the last row seen.
  func idCursor(_ text: String) throws(RPCError) -> UUIDv7 {
    guard let id = UUIDv7(text) else {
      throw RPCError.invalidParams(field: "cursor", reason: "is not a cursor that this method gave out")
    }
    return id
  }

  func documentPage(
    _ kind: DocumentKind, of project: Project, cursor: String?, limit: Int64?
  ) throws(RPCError) -> DocumentPage? {
    let offset = try documentOffset(cursor)
    let rows = pageLimit(limit)
    return try read { reader throws(StoreError) in
      try reader.document(kind, of: project.id, offset: offset, limit: rows)
    }
  }

  /// A cursor that is the number of the first item of a page.
  func documentOffset(_ cursor: String?) throws(RPCError) -> Int {
    guard let cursor else { return 0 }
    guard let value = Int(cursor), value >= 0 else {
      throw RPCError.invalidParams(field: "cursor", reason: "is not a cursor that this method gave out")
    }
    return value
  }
}

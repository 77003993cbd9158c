// Stands in for the generated module until that lands.
import JSON
import JSONRPC

struct JobStatus: Sendable, JSONEncodable {
  var rawValue: String; init(rawValue: String) { self.rawValue = rawValue }
  func write(to w: inout JSONWriter) { w.string(rawValue) }
}
enum Ping: RPCMethod {
  static let name = "ping"
  typealias Result = JSON
  struct Params: RPCParams {
    static let parameterNames: [String] = []
    static let requiredCount = 0
    init() {
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.endObject()
    }
  }
}
enum Hello: RPCMethod {
  static let name = "hello"
  typealias Result = JSON
  struct Params: RPCParams {
    var clientName: String?
    var clientVersion: String?
    var `protocol`: String?
    static let parameterNames: [String] = ["client_name", "client_version", "protocol"]
    static let requiredCount = 0
    init(clientName: String? = nil, clientVersion: String? = nil, `protocol`: String? = nil) {
      self.clientName = clientName
      self.clientVersion = clientVersion
      self.protocol = `protocol`
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("client_name", self.clientName)
      w.memberIfPresent("client_version", self.clientVersion)
      w.memberIfPresent("protocol", self.protocol)
      w.endObject()
    }
  }
}
enum GetJobStatus: RPCMethod {
  static let name = "getJobStatus"
  typealias Result = JSON
  struct Params: RPCParams {
    var jobID: String
    static let parameterNames: [String] = ["job_id"]
    static let requiredCount = 0
    init(jobID: String) {
      self.jobID = jobID
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.member("job_id", jobID)
      w.endObject()
    }
  }
}
enum ListJobs: RPCMethod {
  static let name = "listJobs"
  typealias Result = JSON
  struct Params: RPCParams {
    var projectID: String?
    var userID: String?
    var type: String?
    var status: JobStatus?
    var limit: Int?
    var cursor: String?
    static let parameterNames: [String] = ["project_id", "user_id", "type", "status", "limit", "cursor"]
    static let requiredCount = 0
    init(
      projectID: String? = nil, userID: String? = nil, type: String? = nil, status: JobStatus? = nil, limit: Int? = nil,
      cursor: String? = nil
    ) {
      self.projectID = projectID
      self.userID = userID
      self.type = type
      self.status = status
      self.limit = limit
      self.cursor = cursor
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("project_id", self.projectID)
      w.memberIfPresent("user_id", self.userID)
      w.memberIfPresent("type", self.type)
      w.memberIfPresent("status", self.status)
      w.memberIfPresent("limit", self.limit)
      w.memberIfPresent("cursor", self.cursor)
      w.endObject()
    }
  }
}
enum WaitJob: RPCMethod {
  static let name = "waitJob"
  typealias Result = JSON
  struct Params: RPCParams {
    var jobID: String
    var timeoutSeconds: Int?
    static let parameterNames: [String] = ["job_id", "timeout_seconds"]
    static let requiredCount = 0
    init(jobID: String, timeoutSeconds: Int? = nil) {
      self.jobID = jobID
      self.timeoutSeconds = timeoutSeconds
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.member("job_id", jobID)
      w.memberIfPresent("timeout_seconds", self.timeoutSeconds)
      w.endObject()
    }
  }
}
enum CancelJob: RPCMethod {
  static let name = "cancelJob"
  typealias Result = JSON
  struct Params: RPCParams {
    var jobID: String
    static let parameterNames: [String] = ["job_id"]
    static let requiredCount = 0
    init(jobID: String) {
      self.jobID = jobID
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.member("job_id", jobID)
      w.endObject()
    }
  }
}
enum RetryJob: RPCMethod {
  static let name = "retryJob"
  typealias Result = JSON
  struct Params: RPCParams {
    var jobID: String
    var force: Bool?
    static let parameterNames: [String] = ["job_id", "force"]
    static let requiredCount = 0
    init(jobID: String, force: Bool? = nil) {
      self.jobID = jobID
      self.force = force
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.member("job_id", jobID)
      w.memberIfPresent("force", self.force)
      w.endObject()
    }
  }
}
enum RefreshProject: RPCMethod {
  static let name = "refreshProject"
  typealias Result = JSON
  struct Params: RPCParams {
    var projectID: String?
    var path: String?
    var source: String?
    var wait: Bool?
    var timeoutSeconds: Int?
    static let parameterNames: [String] = ["project_id", "path", "source", "wait", "timeout_seconds"]
    static let requiredCount = 0
    init(
      projectID: String? = nil, path: String? = nil, source: String? = nil, wait: Bool? = nil,
      timeoutSeconds: Int? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.source = source
      self.wait = wait
      self.timeoutSeconds = timeoutSeconds
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("project_id", self.projectID)
      w.memberIfPresent("path", self.path)
      w.memberIfPresent("source", self.source)
      w.memberIfPresent("wait", self.wait)
      w.memberIfPresent("timeout_seconds", self.timeoutSeconds)
      w.endObject()
    }
  }
}
enum QueueStatus: RPCMethod {
  static let name = "queueStatus"
  typealias Result = JSON
  struct Params: RPCParams {
    static let parameterNames: [String] = []
    static let requiredCount = 0
    init() {
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.endObject()
    }
  }
}
enum GetProject: RPCMethod {
  static let name = "getProject"
  typealias Result = JSON
  struct Params: RPCParams {
    var projectID: String?
    var path: String?
    static let parameterNames: [String] = ["project_id", "path"]
    static let requiredCount = 0
    init(projectID: String? = nil, path: String? = nil) {
      self.projectID = projectID
      self.path = path
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("project_id", self.projectID)
      w.memberIfPresent("path", self.path)
      w.endObject()
    }
  }
}
enum ListProjects: RPCMethod {
  static let name = "listProjects"
  typealias Result = JSON
  struct Params: RPCParams {
    var limit: Int?
    var cursor: String?
    static let parameterNames: [String] = ["limit", "cursor"]
    static let requiredCount = 0
    init(limit: Int? = nil, cursor: String? = nil) {
      self.limit = limit
      self.cursor = cursor
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("limit", self.limit)
      w.memberIfPresent("cursor", self.cursor)
      w.endObject()
    }
  }
}
enum GetProjectPlan: RPCMethod {
  static let name = "getProjectPlan"
  typealias Result = JSON
  struct Params: RPCParams {
    var projectID: String?
    var path: String?
    var limit: Int?
    var cursor: String?
    static let parameterNames: [String] = ["project_id", "path", "limit", "cursor"]
    static let requiredCount = 0
    init(projectID: String? = nil, path: String? = nil, limit: Int? = nil, cursor: String? = nil) {
      self.projectID = projectID
      self.path = path
      self.limit = limit
      self.cursor = cursor
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("project_id", self.projectID)
      w.memberIfPresent("path", self.path)
      w.memberIfPresent("limit", self.limit)
      w.memberIfPresent("cursor", self.cursor)
      w.endObject()
    }
  }
}
enum GetProjectSkills: RPCMethod {
  static let name = "getProjectSkills"
  typealias Result = JSON
  struct Params: RPCParams {
    var projectID: String?
    var path: String?
    var limit: Int?
    var cursor: String?
    static let parameterNames: [String] = ["project_id", "path", "limit", "cursor"]
    static let requiredCount = 0
    init(projectID: String? = nil, path: String? = nil, limit: Int? = nil, cursor: String? = nil) {
      self.projectID = projectID
      self.path = path
      self.limit = limit
      self.cursor = cursor
    }
    init(members: JSONObject) throws(JSONDecodingError) { throw .missing("") }
    func write(to w: inout JSONWriter) {
      w.beginObject()
      w.memberIfPresent("project_id", self.projectID)
      w.memberIfPresent("path", self.path)
      w.memberIfPresent("limit", self.limit)
      w.memberIfPresent("cursor", self.cursor)
      w.endObject()
    }
  }
}

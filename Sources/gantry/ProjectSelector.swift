import GantryPaths
import GantryProtocol
import JSON

/// How a person names a project: by its id, its directory or its address.
enum ProjectSelector {
  case id(String)
  case path(String)
  case source(String)

  /// Nothing means the current directory. A relative path is made absolute here, because the daemon has a current
  /// directory of its own.
  init(_ text: String?) {
    let text = text ?? "."
    if Identifier.isUUID(text) {
      self = .id(text)
    } else if Self.isAddress(text) {
      self = .source(text)
    } else {
      self = .path(PathEnvironment.current().absolute(text))
    }
  }

  /// `scheme://…`, or `host:path` the way ssh and git write it: a colon before any slash.
  private static func isAddress(_ text: String) -> Bool {
    if text.contains("://") { return true }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    return !text[..<colon].contains("/")
  }
}

extension ProjectSelector {
  /// A project in the two ways the daemon's questions about known projects take it.
  enum Known {
    case id(String)
    case path(String)
  }

  /// An address is looked up among the known projects; the daemon finds the rest by itself.
  func known(in session: Session) throws -> Known {
    switch self {
    case .id(let id): .id(id)
    case .path(let path): .path(path)
    case .source(let source): .id(try Self.find(source, in: session))
    }
  }

  /// The id of the project.
  func id(in session: Session) throws -> String {
    switch self {
    case .id(let id): id
    case .path(let path): try session.call(GetProject.self, .init(path: path)).value().text("id") ?? path
    case .source(let source): try Self.find(source, in: session)
    }
  }

  private static func find(_ source: String, in session: Session) throws -> String {
    let first = try session.call(ListProjects.self, .init(limit: 500))
    let pages = try session.followingPages(of: first) {
      try session.call(ListProjects.self, .init(limit: 500, cursor: $0))
    }
    // The daemon stores addresses without a trailing slash or ".git".
    let wanted = trimmed(source)
    for project in pages.flatMap({ $0.list("projects") }) where project.text("source").map(trimmed) == wanted {
      if let id = project.text("id") { return id }
    }
    throw Failure(
      .refused, kind: "projectNotFound",
      message: "The daemon knows no project \(source). Run: \(session.global.next("refresh", source))")
  }

  private static func trimmed(_ source: String) -> String {
    var source = source[...]
    while source.last == "/" { source.removeLast() }
    if source.hasSuffix(".git") { source.removeLast(4) }
    return String(source)
  }
}

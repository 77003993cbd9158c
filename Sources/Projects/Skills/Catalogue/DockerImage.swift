/// The name of a container image without what varies: tag, digest, the default registry and its `library/`.
enum DockerImage {
  static func normalized(_ reference: String) -> String {
    var name = String(reference.prefix { $0 != "@" })
    let afterSlash = name.lastIndex(of: "/") ?? name.startIndex
    // A colon before the last slash is the port of a registry.
    if let colon = name[afterSlash...].firstIndex(of: ":") { name = String(name[..<colon]) }
    for registry in ["docker.io/", "index.docker.io/", "registry-1.docker.io/"] where name.hasPrefix(registry) {
      name = String(name.dropFirst(registry.count))
      break
    }
    if name.hasPrefix("library/") { name = String(name.dropFirst("library/".count)) }
    return name
  }

  /// The name itself, then the name as a mirror's: without its registry.
  static func candidates(_ reference: String) -> [String] {
    let name = normalized(reference)
    guard let slash = name.firstIndex(of: "/") else { return [name] }
    let host = name[..<slash]
    guard host.contains(".") || host.contains(":") || host == "localhost" else { return [name] }
    var rest = String(name[name.index(after: slash)...])
    for official in ["docker/library/", "library/"] where rest.hasPrefix(official) {
      rest = String(rest.dropFirst(official.count))
      break
    }
    return [name, rest]
  }
}

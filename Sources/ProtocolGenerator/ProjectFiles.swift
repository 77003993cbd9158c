import Glibc
import JSON

/// The project's files on disk, by path from its root.
public struct ProjectFiles {
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  private let root: String

  public init(root: String) {
    self.root = root
  }

  public func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(root + "/" + path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot be read", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw failure("cannot be read", path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  public func text(_ path: String) throws(Failure) -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// Replaces a file whole.
  public func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(root + "/" + path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot be written", path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw failure("cannot be written", path) }
  }

  public func remove(_ path: String) throws(Failure) {
    guard unlink(root + "/" + path) == 0 else { throw failure("cannot be removed", path) }
  }

  /// Names in a directory, sorted; hidden ones left out.
  public func names(in path: String) throws(Failure) -> [String] {
    guard let directory = opendir(root + "/" + path) else { throw failure("cannot be listed", path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The document. - Throws: with file and place when it is not JSON or lacks something.
  public func document() throws -> ProtocolDocument {
    try ProtocolDocument(try JSON.parse(try read(Generator.documentPath)))
  }

  /// Paths whose text differs from what the document gives, and files in the generated directory that it does not give.
  public func outdated() throws -> (changed: [String: String], leftover: [String]) {
    let wanted = try Generator(try document()).files(page: try text(Generator.pagePath))
    var changed: [String: String] = [:]
    for (path, text) in wanted {
      do throws(Failure) {
        if try self.text(path) != text { changed[path] = text }
      } catch {
        // Not there yet: written like one that differs.
        changed[path] = text
      }
    }
    let leftover = try names(in: Generator.swiftDirectory)
      .map { "\(Generator.swiftDirectory)/\($0)" }
      .filter { wanted[$0] == nil }
    return (changed, leftover)
  }

  private func failure(_ what: String, _ path: String) -> Failure {
    Failure(description: "\(path) \(what): \(String(cString: strerror(errno)))")
  }
}

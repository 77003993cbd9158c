import Glibc
import ProtocolGenerator

/// `protocolgen [--check] [--root DIR]`: writes what follows from protocol/openrpc.json, or only says what would change.
@main
struct Main {
  static func main() {
    var root = "."
    var isCheck = false
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--check": isCheck = true
      case "--root":
        guard let value = arguments.popFirst() else { fail("--root wants a directory", code: 2) }
        root = value
      default: fail("usage: protocolgen [--check] [--root DIR]", code: 2)
      }
    }
    do {
      let files = ProjectFiles(root: root)
      let faults = DocumentValidator(try files.document().root).errors()
      guard faults.isEmpty else {
        let list = faults.map(\.description).joined(separator: "\n")
        fail("\(Generator.documentPath) is not in order:\n\(list)", code: 1)
      }
      let (changed, leftover) = try files.outdated()
      if isCheck {
        let paths = (changed.keys + leftover).sorted()
        guard paths.isEmpty else {
          fail("not what protocol/openrpc.json gives; run `make generate`:\n" + paths.joined(separator: "\n"), code: 1)
        }
        return
      }
      for (path, text) in changed.sorted(by: { $0.key < $1.key }) {
        try files.write(text, to: path)
        print("wrote \(path)")
      }
      for path in leftover {
        try files.remove(path)
        print("removed \(path)")
      }
    } catch {
      fail("\(error)", code: 1)
    }
  }

  private static func fail(_ text: String, code: Int32) -> Never {
    let bytes = Array("protocolgen: \(text)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    exit(code)
  }
}

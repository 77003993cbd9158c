import ChildProcess
import Glibc
import Synchronization

/// A shell script as a child with a plain environment.
func shell(
  _ script: String, environment: [String: String] = [:], input: ChildCommand.Input = .null,
  leftovers: ChildCommand.Leftovers = .killed, marker: ProcessMarker? = nil
) -> ChildCommand {
  ChildCommand(
    "/bin/sh", ["-c", script], environment: ["PATH": ExecutableSearch.defaultPath].merging(environment) { $1 },
    input: input, leftovers: leftovers, marker: marker)
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A switch that one thread turns and another looks at.
final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .acquiring) }
  func set() { value.store(true, ordering: .releasing) }
}

/// A named pipe that tells when the last process holding its write end is gone.
final class LifeLine {
  let directory: String
  let path: String
  private let readEnd: Descriptor

  init() {
    var template = Array("/tmp/gantry-lifeline-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary directory")
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = directory + "/fifo"
    precondition(mkfifo(path, 0o600) == 0, "no fifo")
    readEnd = Descriptor(owning: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
  }

  deinit {
    unlink(path)
    rmdir(directory)
  }

  /// Waits until nobody holds the write end; false when somebody still does after 20 seconds.
  func isReleased() -> Bool {
    var set = pollfd(fd: readEnd.raw, events: Int16(POLLIN), revents: 0)
    return poll(&set, 1, 20_000) == 1 && set.revents & Int16(POLLHUP) != 0
  }
}

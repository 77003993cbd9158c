import CLinux
import ChildProcess
import Glibc

/// A process that a test has started, with its standard error in our hands.
final class Spawned {
  let pid: pid_t
  let log: LogCapture
  private let ending: Descriptor
  private var status: ExitStatus?

  /// Starts the program with exactly this environment, default signal dispositions and no signal blocked.
  ///
  /// - Parameter inherited: a descriptor that the program gets as its descriptor 3, and not closed here.
  init(
    _ executable: String, _ arguments: [String], environment: [String: String], inherited: Int32? = nil
  ) throws(TestFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw TestFailure("pipe2", errno: errno) }
    log = try LogCapture(reading: Descriptor(owning: ends[0]))
    let writeEnd = Descriptor(owning: ends[1])

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, writeEnd.raw, STDERR_FILENO)
    if let inherited { posix_spawn_file_actions_adddup2(&actions, inherited, STDERR_FILENO + 1) }
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + (inherited == nil ? 1 : 2))

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    let variables = environment.map { "\($0.key)=\($0.value)" }
    var argv = ([executable] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var started: pid_t = 0
    let failure = posix_spawn(&started, executable, &actions, &attributes, &argv, &envp)
    withExtendedLifetime(writeEnd) {}
    guard failure == 0 else { throw TestFailure("starting \(executable)", errno: failure) }
    pid = started
    let descriptor = gantry_pidfd_open(started)
    guard descriptor >= 0 else { throw TestFailure("pidfd_open", errno: errno) }
    ending = Descriptor(owning: descriptor)
  }

  deinit {
    guard status == nil else { return }
    kill(pid, SIGKILL)
    var word: Int32 = 0
    while waitpid(pid, &word, 0) < 0, errno == EINTR {}
  }

  func signal(_ number: Int32) {
    // A process that has ended on its own is a zombie until it is waited for, so the number is still its own.
    if status == nil { kill(pid, number) }
  }

  /// Waits for the end of the process; nil if the deadline passes first.
  func wait(until deadline: Deadline) throws(TestFailure) -> ExitStatus? {
    if let status { return status }
    guard try deadline.poll(ending.raw, POLLIN) else { return nil }
    var word: Int32 = 0
    while waitpid(pid, &word, 0) < 0 {
      guard errno == EINTR else { throw TestFailure("waitpid", errno: errno) }
    }
    let signal = word & 0x7F
    let ended: ExitStatus = signal == 0 ? .exited(word >> 8 & 0xFF) : .signalled(signal)
    status = ended
    // What it wrote last is read by another thread; nothing is missing from the log once its end was seen.
    try log.waitForEnd(until: .after(seconds: 10))
    return ended
  }
}

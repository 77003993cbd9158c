import CLinux
import Glibc

extension ChildCommand {
  /// Starts the program.
  ///
  /// The child leads its own session and process group, sees descriptors 0 to 2 only, and starts with an empty signal
  /// mask and default dispositions: neither the threads of a daemon, which block signals, nor its ignored SIGPIPE
  /// reach it. `posix_spawn` never runs our code in the child, so it is safe in a process with threads.
  ///
  /// - Parameter keepsInput: true for a pipe on standard input, false for `/dev/null`.
  func spawn(keepsInput: Bool) throws(ChildProcessError) -> RunningChild {
    guard executable.utf8.first == UInt8(ascii: "/") else {
      throw ChildProcessError(.invalidCommand, executable: executable, context: "its path is not absolute")
    }
    let started = try limited()
    let mark = marker.map { (ProcessMarker.variable, $0.next()) }
    var environment = environment
    if let (name, value) = mark { environment[name] = value }
    guard let argv = CStringVector([started.executable] + started.arguments),
      let envp = CStringVector(environment.map { "\($0.key)=\($0.value)" }),
      !executable.utf8.contains(0), workingDirectory?.utf8.contains(0) != true
    else {
      throw ChildProcessError(.invalidCommand, executable: executable, context: "an argument holds a NUL byte")
    }

    let input: Pipe?
    let output: Pipe
    let errors: Pipe
    do throws(ErrorNumber) {
      input = keepsInput ? try Pipe() : nil
      output = try Pipe()
      errors = try Pipe()
      // Only our ends: a child expects blocking streams.
      for end in [input?.writeEnd, output.readEnd, errors.readEnd].compactMap(\.self) {
        guard fcntl(end.raw, F_SETFL, O_NONBLOCK) == 0 else { throw .current }
      }
    } catch {
      throw ChildProcessError(
        .spawnFailed, executable: executable, context: "no pipe to it could be made", errnoValue: error.value)
    }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input.readEnd.raw, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd.raw, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd.raw, STDERR_FILENO)
    if let workingDirectory { posix_spawn_file_actions_addchdir_np(&actions, workingDirectory) }
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, gantry_posix_spawn_setsid | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    let (failure, pid) = OwnedChildren.start { pid in
      posix_spawn(&pid, started.executable, &actions, &attributes, argv.pointers, envp.pointers)
    }
    // The pipes must live until the child has its copies, and not a moment longer: a copy of our own would keep
    // the end of the file from ever coming.
    withExtendedLifetime((input, output, errors)) {}
    guard failure == 0 else { throw spawnError(failure) }

    return RunningChild(
      pid: pid, executable: executable, marker: mark.map { "\($0)=\($1)" }, input: input?.writeEnd,
      output: output.readEnd, errors: errors.readEnd)
  }

  /// What is started in fact: where a file size is given, a shell that sets the limit and becomes the program.
  ///
  /// `posix_spawn` cannot set limits, and setting one from here would come too late for what the child starts at once.
  /// The script is fixed, and all that varies reaches it as arguments.
  private func limited() throws(ChildProcessError) -> (executable: String, arguments: [String]) {
    guard let maximumFileBytes else { return (executable, arguments) }
    guard access(executable, X_OK) == 0 else { throw spawnError(errno) }
    // POSIX: ulimit -f counts in blocks of 512 bytes.
    let blocks = maximumFileBytes / 512 + (maximumFileBytes % 512 == 0 ? 0 : 1)
    return ("/bin/sh", ["-c", #"ulimit -f "$0" && exec "$@""#, "\(blocks)", executable] + arguments)
  }

  /// Tells a bad working directory from a bad program: `posix_spawn` reports both with one number.
  private func spawnError(_ number: Int32) -> ChildProcessError {
    if let workingDirectory {
      var status = stat()
      let isDirectory = stat(workingDirectory, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if !isDirectory || access(workingDirectory, X_OK) != 0 {
        return ChildProcessError(
          .workingDirectoryUnusable, executable: executable, context: workingDirectory, errnoValue: number)
      }
    }
    let isProgram = [ENOENT, EACCES, ENOTDIR, ENOEXEC, EISDIR, ELOOP, ENAMETOOLONG].contains(number)
    return ChildProcessError(
      isProgram ? .executableUnusable : .spawnFailed, executable: executable, errnoValue: number)
  }
}

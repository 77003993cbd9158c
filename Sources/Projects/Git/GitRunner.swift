import ChildProcess
import JobModel

/// Runs git so that nothing in a repository or a URL can make it run anything else.
struct GitRunner: Sendable {
  /// Absolute path of git.
  let executable: String
  private let environment: [String: String]
  private let killGrace: Double
  private let marker: ProcessMarker?

  /// - Throws: kind `gitMissing`.
  init(_ configuration: ProjectsConfiguration) throws(JobError) {
    let environment = GitEnvironment.base(configuration)
    guard
      let executable = configuration.gitPath
        ?? ExecutableSearch.find("git", in: environment["PATH"] ?? ExecutableSearch.defaultPath)
    else {
      throw JobError(
        kind: "gitMissing",
        message: "The program git was not found in the daemon's PATH. Install git, or name it in the configuration.")
    }
    self.executable = executable
    self.environment = environment
    killGrace = configuration.killGraceSeconds
    marker = configuration.marker
  }

  /// Runs a command to its end.
  ///
  /// - Throws: kinds `gitFailed`, `gitTimedOut`, `gitMissing`, `repositoryTooLarge`, or `JobError.cancelled`.
  ///
  /// - Parameter onErrors: told what git writes to its standard error as it comes.
  func run(
    _ call: GitCall, isCancelled: @escaping @Sendable () -> Bool, onErrors: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(JobError) -> ChildOutput {
    let result: ChildOutput
    do throws(ChildProcessError) {
      result = try command(call).run(
        limits: OutputLimits(output: call.outputLimit, stderrTail: 16 << 10),
        supervision: supervision(call, isCancelled), onErrors: onErrors)
    } catch {
      throw GitFailure.error(error, call)
    }
    if case .exited(let code) = result.status, call.acceptedCodes.contains(code) { return result }
    throw GitFailure.error(result.status, stderr: result.stderrTail, call)
  }

  /// Starts a command that answers requests.
  func converse(
    _ call: GitCall, isCancelled: @escaping @Sendable () -> Bool
  ) throws(JobError) -> InteractiveProcess {
    do throws(ChildProcessError) {
      return try InteractiveProcess(command(call), stderrTail: 16 << 10, supervision: supervision(call, isCancelled))
    } catch {
      throw GitFailure.error(error, call)
    }
  }

  private func supervision(_ call: GitCall, _ isCancelled: @escaping @Sendable () -> Bool) -> Supervision {
    Supervision(deadline: .after(seconds: call.timeout), isCancelled: isCancelled, killGrace: killGrace)
  }

  private func command(_ call: GitCall) -> ChildCommand {
    var environment = environment
    // The list outranks protocol.*.allow of all configurations.
    environment["GIT_ALLOW_PROTOCOL"] = call.transports.rawValue
    let directory: String
    switch call.place {
    case .outside(let path):
      directory = path
      environment["GIT_CEILING_DIRECTORIES"] = path
      environment["GIT_DIR"] = "/dev/null"
    case .workTree(let root):
      // The git directory is found by git itself, so that it checks who owns it. It looks here and not above.
      directory = root
      environment["GIT_WORK_TREE"] = root
      environment["GIT_CEILING_DIRECTORIES"] = RepositoryLocator.parent(of: root)
    case .bare(let path):
      directory = path
      environment["GIT_DIR"] = path
    }
    let settings = (GitEnvironment.overrides + call.settings).flatMap { ["-c", $0] }
    return ChildCommand(
      executable, ["--no-pager", "--no-optional-locks"] + settings + call.arguments, environment: environment,
      workingDirectory: directory,
      // Credential helpers leave daemons behind on purpose.
      leftovers: .left, maximumFileBytes: call.maximumFileBytes, marker: marker)
  }
}

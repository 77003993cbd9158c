import ChildProcess
import Glibc

/// The environment that git runs in: made from nothing, so that no variable of the daemon's changes what git does.
enum GitEnvironment {
  /// Variables that pass through. Without them credential helpers, SSH agents, proxies and private certificate
  /// authorities of the user would not be found.
  static let inherited = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR",
    "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
    "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    "KRB5CCNAME", "GNUPGHOME", "PASSWORD_STORE_DIR", "GIT_CEILING_DIRECTORIES",
  ]

  /// Those variables of this process that git may see.
  static func inheritedFromProcess() -> [String: String] {
    var environment: [String: String] = [:]
    for name in inherited {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }

  /// The variables of every git command; place and transports come on top.
  static func base(_ configuration: ProjectsConfiguration) -> [String: String] {
    var environment = configuration.environment.filter { inherited.contains($0.key) }
    environment["PATH"] = searchPath(environment["PATH"])

    // Messages are matched and shown; they come in one language.
    environment["LC_ALL"] = "C"
    // Nobody sits at a terminal: what is not known without asking is an error. An empty GIT_ASKPASS also hides the
    // core.askPass of a configuration.
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_ASKPASS"] = ""
    environment["SSH_ASKPASS_REQUIRE"] = "never"
    environment["GCM_INTERACTIVE"] = "never"
    // Beats core.sshCommand of any configuration. Host keys must be known already.
    environment["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes -oConnectTimeout=15 -oStrictHostKeyChecking=yes"
    environment["GIT_SSH_VARIANT"] = "ssh"
    // We only read: no lock is taken that a user's own git would trip over.
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    // Objects are what their ids say, and are never fetched on the side by a promisor that a repository names.
    environment["GIT_NO_REPLACE_OBJECTS"] = "1"
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_LFS_SKIP_SMUDGE"] = "1"
    environment["GIT_PROTOCOL_FROM_USER"] = "0"
    // A transfer slower than 1000 bytes/s for 30 s is dead.
    environment["GIT_HTTP_LOW_SPEED_LIMIT"] = "1000"
    environment["GIT_HTTP_LOW_SPEED_TIME"] = "30"

    switch configuration.gitConfiguration {
    case .user: environment["GIT_CONFIG_NOSYSTEM"] = "1"
    case .systemAndUser: break
    case .none:
      environment["GIT_CONFIG_NOSYSTEM"] = "1"
      environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    }
    return environment
  }

  /// The absolute directories of a `PATH`. Git stands in the repository it reads: a relative one, the empty one included,
  /// would make it run programs of that repository.
  private static func searchPath(_ path: String?) -> String {
    let directories = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return directories.isEmpty ? ExecutableSearch.defaultPath : directories.joined(separator: ":")
  }

  /// Settings that outrank every configuration file, a repository's own above all, which may be hostile.
  static let overrides: [String] = [
    "core.fsmonitor=false",  // else a program named by the repository runs
    "core.hooksPath=/dev/null",
    "core.alternateRefsCommand=",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "fetch.fsckObjects=true",  // malformed objects are refused at the door
    "fetch.unpackLimit=1",  // one pack for each fetch, so that the size limit holds for all of it
    "fetch.writeCommitGraph=false",
    "fetch.prune=false",
    "gc.auto=0",  // nothing goes on after we have looked away
    "maintenance.auto=false",
    "http.followRedirects=initial",
    "credential.interactive=false",
    "log.showSignature=false",
    "core.untrackedCache=false",
  ]
}

/// What an often-met message of git means, and what to do about it. Messages are matched under `LC_ALL=C`.
struct GitDiagnosis {
  /// Texts of git, ssh or curl, any of which is a sign.
  var signs: [String]
  var kind = "gitFailed"
  /// A sentence.
  var advice: String
  var isRetryable = false
  /// True when the message means this only of commands that talk to a remote.
  var isAboutRemote = true

  /// In order of preference; the first that matches counts.
  static let all: [GitDiagnosis] = [
    GitDiagnosis(
      signs: ["detected dubious ownership"], kind: "notARepository",
      advice: "The repository belongs to another user. If you trust it, run "
        + "'git config --global --add safe.directory <its path>'.",
      isAboutRemote: false),
    GitDiagnosis(
      signs: ["not a git repository", "not a repository"], kind: "notARepository",
      advice: "Run 'git init' there, or name a path inside a repository.",
      isAboutRemote: false),
    GitDiagnosis(
      signs: ["Host key verification failed"],
      advice: "The SSH host key is not known. Connect once with ssh by hand, and check the key."),
    GitDiagnosis(
      signs: ["Permission denied (publickey", "Permission denied, please try again"],
      advice: "The server accepts none of your SSH keys. Check them with 'ssh -T' to that host, and that the daemon "
        + "sees your agent (SSH_AUTH_SOCK)."),
    GitDiagnosis(
      signs: [
        "terminal prompts disabled", "Authentication failed", "could not read Username", "could not read Password",
        "Invalid username or", "HTTP 401", "HTTP 403", "error: 401", "error: 403",
      ],
      advice: "The server wants credentials. Set up a credential helper (see 'git help credentials'), or use an SSH "
        + "URL. Some servers answer so when the repository does not exist."),
    GitDiagnosis(
      signs: ["does not appear to be a git repository", "does not exist", "not found", "No such file or directory"],
      advice: "There is no such repository, or you may not see it. Check the URL."),
    GitDiagnosis(
      signs: ["' not allowed"],
      advice: "Git was led to a transport that is not allowed. Check url.*.insteadOf in your git configuration."),
    GitDiagnosis(
      signs: ["Could not resolve host", "Could not resolve hostname", "Temporary failure in name resolution"],
      advice: "The host name cannot be resolved. Check the URL and the network.", isRetryable: true),
    GitDiagnosis(
      signs: ["SSL certificate problem", "certificate verify failed"],
      advice: "The server's certificate is not trusted. Set http.sslCAInfo in your git configuration."),
    GitDiagnosis(
      signs: ["No space left on device", "Disk quota exceeded"], kind: "storageUnavailable",
      advice: "Make room below the state directory.", isRetryable: true, isAboutRemote: false),
  ]
}

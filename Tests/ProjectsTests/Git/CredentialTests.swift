import ChildProcess
import Glibc
import JobModel
import Testing

@testable import Projects

/// A private repository behind HTTP, with the password known to nobody but the user's own credential helper.
@Suite struct CredentialTests {
  let sandbox = GitSandbox()

  /// Git's own server program behind a password, on a port that it tells.
  static let server = """
    import base64, os, subprocess, sys
    from http.server import BaseHTTPRequestHandler, HTTPServer

    WANTED = "Basic " + base64.b64encode(b"me:s3cr3t").decode()

    class Handler(BaseHTTPRequestHandler):
      def serve(self):
        if self.headers.get("Authorization") != WANTED:
          self.send_response(401)
          self.send_header("WWW-Authenticate", 'Basic realm="git"')
          self.send_header("Content-Length", "0")
          self.end_headers()
          return
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        environment = {
          "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": sys.argv[1], "GIT_HTTP_EXPORT_ALL": "1",
          "PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": self.command,
          "CONTENT_TYPE": self.headers.get("Content-Type") or "", "CONTENT_LENGTH": str(len(body)),
          "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding") or "",
          "GIT_PROTOCOL": self.headers.get("Git-Protocol") or "", "REMOTE_USER": "me",
        }
        output = subprocess.run(["git", "http-backend"], input=body, env=environment, capture_output=True).stdout
        head, _, content = output.partition(b"\\r\\n\\r\\n")
        status = 200
        headers = []
        for line in head.decode().split("\\r\\n"):
          name, _, value = line.partition(": ")
          if name == "Status": status = int(value.split()[0])
          else: headers.append((name, value))
        self.send_response(status)
        for name, value in headers: self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

      do_GET = do_POST = serve

      def log_message(self, *arguments): pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  /// Starts the server; it ends with the last reference.
  func serve() throws -> (process: InteractiveProcess, project: Project) {
    sandbox.repository("srv/a", ["PLAN.md": "- [x] one\n"])
    sandbox.write("server.py", Self.server)
    let process = try InteractiveProcess(
      ChildCommand(
        "/usr/bin/env", ["python3", sandbox.path("server.py"), sandbox.path("srv")],
        environment: ["PATH": ExecutableSearch.defaultPath, "HOME": sandbox.path("home")]))
    let port = String(decoding: try process.readLine(), as: UTF8.self)
    return (process, sandbox.project(remote: "http://127.0.0.1:\(port)/a/.git"))
  }

  func helper(_ lines: String) {
    let script = sandbox.script(
      "helper", "echo \"$1\" >> \(sandbox.path("asked"))\n[ \"$1\" = get ] || exit 0\n\(lines)")
    sandbox.git("config", "--global", "credential.helper", script, in: ".")
  }

  @Test func `the user's helper is asked, and what it says is kept nowhere`() throws {
    let (process, project) = try serve()
    helper("echo username=me; echo password=s3cr3t")
    try {
      let tree = try sandbox.open(project).tree
      #expect(try tree.text("PLAN.md") == "- [x] one\n")
    }()
    #expect(sandbox.text("asked").contains("get"))
    #expect(!sandbox.contains("s3cr3t", below: "state"))
    withExtendedLifetime(process) {}
  }

  @Test func `without a helper the error says what to set up`() throws {
    let (process, project) = try serve()
    let error = #expect(throws: JobError.self) { try sandbox.open(project) }
    #expect(error?.kind == "gitFailed")
    #expect(error?.message.contains("credential helper") == true, "\(error.debugDescription)")
    withExtendedLifetime(process) {}
  }

  @Test func `a wrong password is not repeated`() throws {
    let (process, project) = try serve()
    helper("echo username=me; echo password=wr0ng; echo 'password wr0ng for https://me:wr0ng@127.0.0.1/' >&2")
    let error = #expect(throws: JobError.self) { try sandbox.open(project) }
    #expect(error?.kind == "gitFailed")
    #expect(error?.message.contains("https://me:wr0ng@") == false)
    #expect(error?.stderrTail?.contains("https://me:wr0ng@") == false)
    withExtendedLifetime(process) {}
  }
}

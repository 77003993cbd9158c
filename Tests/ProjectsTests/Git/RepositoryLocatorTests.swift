import Glibc
import Testing

@testable import Projects

@Suite struct RepositoryLocatorTests {
  let sandbox = GitSandbox()

  func locate(_ name: String) throws -> RepositoryLocator.Location {
    try RepositoryLocator.locate(sandbox.path(name), ceilings: sandbox.configuration.ceilings)
  }

  @Test func `a file deep inside leads to the top of its work tree`() throws {
    sandbox.repository("a", ["src/deep/x.c": "x"])
    let expected = RepositoryLocator.Location(root: sandbox.path("a"), isBare: false)
    #expect(try locate("a") == expected)
    #expect(try locate("a/src/deep") == expected)
    #expect(try locate("a/src/deep/x.c") == expected)
  }

  @Test func `a file inside the git directory leads to the work tree`() throws {
    sandbox.repository("a", ["x": "x"])
    #expect(try locate("a/.git/HEAD").root == sandbox.path("a"))
    #expect(try locate("a/.git/refs/heads").root == sandbox.path("a"))
  }

  @Test func `the nearest repository wins`() throws {
    sandbox.repository("a", ["x": "x"])
    sandbox.repository("a/inner", ["y": "y"])
    #expect(try locate("a/inner/y").root == sandbox.path("a/inner"))
  }

  @Test func `a linked work tree is a repository of its own`() throws {
    sandbox.repository("a", ["x": "x"])
    sandbox.git("worktree", "add", "--quiet", "../b", in: "a")
    #expect(try locate("b/x") == RepositoryLocator.Location(root: sandbox.path("b"), isBare: false))
  }

  @Test func `a bare repository is its own root`() throws {
    sandbox.repository("a.git", options: "--bare")
    #expect(try locate("a.git/objects") == RepositoryLocator.Location(root: sandbox.path("a.git"), isBare: true))
  }

  @Test func `links in the path are resolved`() throws {
    sandbox.repository("a", ["src/x": "x"])
    #expect(symlink(sandbox.path("a/src"), sandbox.path("shortcut")) == 0)
    #expect(try locate("shortcut/x").root == sandbox.path("a"))
  }

  @Test func `an empty .git directory is passed over as git does`() throws {
    sandbox.repository("a", ["sub/x": "x"])
    #expect(mkdir(sandbox.path("a/sub/.git"), 0o755) == 0)
    #expect(try locate("a/sub/x").root == sandbox.path("a"))
  }

  @Test func `without a repository the reason says what to do`() {
    sandbox.write("plain/x", "x")
    let failure = #expect(throws: RepositoryLocator.Failure.self) { try locate("plain/x") }
    #expect(failure?.reason.contains("git init") == true)
  }

  @Test func `nothing is looked for above a ceiling`() {
    sandbox.repository("a", ["inner/x": "x"])
    #expect(throws: RepositoryLocator.Failure.self) {
      try RepositoryLocator.locate(sandbox.path("a/inner/x"), ceilings: [sandbox.path("a")])
    }
  }

  @Test(arguments: [("relative/path", "not absolute"), ("/nonexistent/x", "no such file")])
  func `a path that cannot be used is named`(path: String, reason: String) {
    let failure = #expect(throws: RepositoryLocator.Failure.self) { try RepositoryLocator.root(containing: path) }
    #expect(failure?.reason.contains(reason) == true)
  }
}

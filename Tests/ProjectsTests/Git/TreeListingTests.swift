import Testing

@testable import Projects

@Suite struct TreeListingTests {
  let oid = String(repeating: "a", count: 40)

  @Test func `regular files are listed and nothing else`() {
    let output = [
      "100644 blob \(oid)       3\ta b\tc", "100755 blob \(oid)      10\trun", "100664 blob \(oid) 1\told",
      "120000 blob \(oid)       7\tlink", "160000 commit \(oid)       -\tsubmodule",
      "100644 blob \(oid)     BAD\tmissing",
    ].map { $0 + "\0" }.joined()
    let entries = TreeListing.entries(Array(output.utf8))
    #expect(
      entries == [
        TreeEntry(path: "a b\tc", size: 3, oid: oid), TreeEntry(path: "run", size: 10, oid: oid, isExecutable: true),
        TreeEntry(path: "old", size: 1, oid: oid),
      ])
  }

  @Test(arguments: ["..", "../x", "a/../x", ".git/config", "a/.git/x", "./x", "/x"])
  func `a name that leads out of the tree is left out`(path: String) {
    #expect(TreeListing.entries(Array("100644 blob \(oid) 3\t\(path)\0".utf8)) == [])
  }

  @Test(arguments: ["garbage\0", "100644 blob\tx\0", "100644 blob oid 3\t\0"])
  func `what git does not print is no listing`(output: String) {
    #expect(TreeListing.entries(Array(output.utf8)) == nil)
  }
}

import JobModel
import Testing

@testable import Projects

@Suite struct SourceURLTests {
  @Test(arguments: [
    ("https://github.com/owner/name", "https://github.com/owner/name", "name"),
    ("HTTPS://GitHub.com:443/Owner/Name.git/", "https://github.com/Owner/Name.git", "Name"),
    ("https://alice@example.com/r.git", "https://alice@example.com/r.git", "r"),
    ("https://@example.com/r", "https://example.com/r", "r"),
    ("https://example.com:8443/r//", "https://example.com:8443/r", "r"),
    ("ssh://git@Example.com:22/~me/r.git", "ssh://git@example.com/~me/r.git", "r"),
    ("ssh://git@[2001:DB8::1]:2222/r", "ssh://git@[2001:db8::1]:2222/r", "r"),
    ("git@GitHub.com:owner/name.git", "git@github.com:owner/name.git", "name"),
    ("host:name", "host:name", "name"),
    ("host:/srv/git/", "host:/srv/git", "git"),
    ("file:///srv/git/r.git", "file:///srv/git/r.git", "r"),
    ("file://localhost/srv/r", "file:///srv/r", "r"),
    ("http://localhost:8080/r", "http://localhost:8080/r", "r"),
    ("http://127.0.0.1/r", "http://127.0.0.1/r", "r"),
    ("http://[::1]:80/r", "http://[::1]/r", "r"),
  ])
  func `a URL is brought into its canonical form`(text: String, canonical: String, name: String) throws {
    let url = try SourceURL(text)
    #expect(url.canonical == canonical)
    #expect(url.name == name)
    #expect(try SourceURL(canonical) == url, "the form is stable")
  }

  @Test(arguments: [
    ("", "empty"),
    ("ext::sh -c id", "space"),
    ("ext::sh%20-c", "helper program"),
    ("fd::17/x", "helper program"),
    ("ext::x://y", "helper program"),
    ("git://example.com/r", "'git' is not allowed"),
    ("ftp://example.com/r", "'ftp' is not allowed"),
    ("http://example.com/r", "use https"),
    ("http://localhost.example.com/r", "use https"),
    ("relative/path", "absolute path"),
    ("./a:b", "absolute path"),
    ("--upload-pack=touch%20x", "option"),
    ("-oProxyCommand=x:y", "option"),
    ("ssh://-oProxyCommand=x/r", "host"),
    ("ssh://-l@example.com/r", "user name"),
    ("-l@example.com:r", "option"),
    ("host:-r", "option"),
    ("https://example.com", "names no repository"),
    ("https://example.com//", "names no repository"),
    ("https:///r", "host"),
    ("https://exam\u{7}ple.com/r", "control character"),
    ("https://example.com/r\n", "control character"),
    ("https://example.com/r?x=1", "query"),
    ("https://example.com/r#main", "fragment"),
    ("https://example.com:0/r", "port"),
    ("https://example.com:99999/r", "port"),
    ("https://example.com:+1/r", "port"),
    ("https://[::1/r", "host"),
    ("https://[evil]/r", "IPv6"),
    ("file://server/share", "no host"),
    ("[::1]:r", "ssh://"),
  ])
  func `a URL that could harm is refused with the reason`(text: String, reason: String) {
    let error = #expect(throws: JobError.self) { try SourceURL(text) }
    #expect(error?.kind == "urlNotAllowed")
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    #expect(error?.isRetryable == false)
  }

  @Test(arguments: [
    "https://user:s3cr3t@example.com/r", "https://:s3cr3t@example.com/r", "ssh://git:s3cr3t@example.com/r",
    "https://ghp_s3cr3ts3cr3ts3cr3t@github.com/o/r", "https://s3cr3t:x-oauth-basic@github.com/o/r",
    "https://example.com/r?private_token=s3cr3t", "https://user%3As3cr3t@example.com/r",
    "https://example.com/r;token=s3cr3t", "https://example.com/ghp_s3cr3ts3cr3ts3cr3t/r",
    // Malformed, so that the secret is not where one would look for it.
    "https:/user:s3cr3t@example.com/r", "https:user:s3cr3t@example.com/r", #"https:\\user:s3cr3t@example.com/r"#,
    "user:s3cr3t@example.com:r", "user:s3cr3t@example.com/r", "[user:s3cr3t@example.com]:r",
    "https://user:s3cr3t/x@example.com/r", "https://user:22/s3cr3t@example.com/r", "https://user:s3cr3t @example.com/r",
  ])
  func `credentials are refused and not repeated`(text: String) {
    let error = #expect(throws: JobError.self) { try SourceURL(text) }
    #expect(error?.kind == "urlNotAllowed")
    #expect(error?.message.contains("s3cr3t") == false, "\(error?.message ?? "")")
  }

  @Test func `a user name of nothing but hexadecimal digits is a token`() {
    let token = "0123456789abcdef0123456789abcdef01234567"
    let error = #expect(throws: JobError.self) { try SourceURL("https://\(token)@example.com/r") }
    #expect(error?.message.contains(token) == false, "\(error?.message ?? "")")
  }
}

import ChildProcess
import Glibc
import JobModel

/// The memories of all repositories, one file each, `<state>/memory/<project id>`, together bounded in bytes.
///
/// Nothing here is needed: a memory that is missing, damaged or another program's is no memory, and the repository is
/// read from nothing. So nothing here fails a job, and nothing waits for a disk.
struct MemoryStore {
  private let stateDirectory: String
  private let directory: String
  private let reader: String
  private let maximumBytes: Int64

  init(_ configuration: ProjectsConfiguration) {
    stateDirectory = configuration.stateDirectory
    directory = stateDirectory + "/memory"
    reader = configuration.readerIdentity
    maximumBytes = configuration.maximumMemoryBytes
  }

  /// What is remembered of a project; empty when nothing is.
  ///
  /// - Parameter note: told in a sentence when what was there could not be used.
  func load(_ project: ProjectID, note: (String) -> Void) -> RepositoryMemory {
    let path = path(of: project)
    let opened = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return RepositoryMemory() }
    let file = Descriptor(owning: opened)
    guard let bytes = Self.contents(of: file) else { return RepositoryMemory() }
    do throws(RepositoryMemory.CodingError) {
      let memory = try RepositoryMemory(bytes, reader: reader)
      // The time of the last use, by which the least recently used is found.
      futimens(file.raw, nil)
      return memory
    } catch {
      switch error {
      case .corrupt: note("What was remembered of the files (\(path)) is damaged; all of them are read again.")
      case .otherReader: note("Another version of this program has read the files before; all of them are read again.")
      }
      return RepositoryMemory()
    }
  }

  /// Keeps a memory in place of the one before, and gives up the least recently used ones beyond the bound.
  ///
  /// - Returns: why it could not be kept; nil when it was.
  func save(_ memory: RepositoryMemory, of project: ProjectID) -> String? {
    let bytes = memory.encoded(reader: reader)
    guard bytes.count <= maximumBytes else {
      unlink(path(of: project))
      return "\(bytes.count) bytes are more than the \(maximumBytes) that may be kept"
    }
    for directory in [stateDirectory, directory] where mkdir(directory, 0o700) != 0 && errno != EEXIST {
      return Self.reason()
    }
    // Complete or not there: a reader never sees half of it. After a power failure the digest tells.
    let new = path(of: project) + ".new"
    unlink(new)
    let opened = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return Self.reason() }
    let file = Descriptor(owning: opened)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(file.raw, $0.baseAddress.map { $0 + written }, bytes.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = Self.reason()
        unlink(new)
        return reason
      }
      written += count
    }
    guard rename(new, path(of: project)) == 0 else { return Self.reason() }
    bound(keeping: project)
    return nil
  }

  private func path(of project: ProjectID) -> String { "\(directory)/\(project)" }

  /// Removes the memories that were not used for longest until the others fit.
  private func bound(keeping project: ProjectID) {
    let files = DirectoryUse.files(in: directory).sorted { $0.usedAt < $1.usedAt }
    var bytes = files.reduce(0) { $0 + $1.bytes }
    for file in files where bytes > maximumBytes && file.name != "\(project)" {
      if unlink("\(directory)/\(file.name)") == 0 { bytes -= file.bytes }
    }
  }

  /// The whole file; nil when it cannot be read.
  private static func contents(of file: Descriptor) -> [UInt8]? {
    var status = stat()
    guard fstat(file.raw, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var isComplete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let result = read(file.raw, buffer.baseAddress.map { $0 + count }, size - count)
        if result < 0, errno == EINTR { continue }
        guard result > 0 else {
          isComplete = result == 0
          return
        }
        count += result
      }
    }
    return isComplete ? bytes : nil
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

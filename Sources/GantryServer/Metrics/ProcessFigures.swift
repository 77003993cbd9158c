import Glibc

/// What the system says about the daemon; nil members could not be read.
nonisolated struct ProcessFigures {
  /// Bytes of memory that are present.
  var residentBytes: Int64?
  var openDescriptors: Int?
  /// Descriptors it may have open at once.
  var maximumDescriptors: Int?
  /// Seconds of processor time used, by all threads.
  var processorSeconds: Double?

  /// Looks at the calling process.
  static func current() -> ProcessFigures {
    var figures = ProcessFigures()
    if let text = firstLine(of: "/proc/self/statm") {
      let fields = text.split(separator: " ")
      if fields.count > 1, let pages = Int64(fields[1]) {
        figures.residentBytes = pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
      }
    }
    figures.openDescriptors = entries(of: "/proc/self/fd").map { $0 - 1 }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      figures.maximumDescriptors = Int(clamping: limit.rlim_cur)
    }
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      figures.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
    return figures
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func firstLine(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// How many entries a directory has, one of them being the descriptor that reads it.
  private static func entries(of path: String) -> Int? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var count = 0
    while let entry = readdir(directory) {
      if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { count += 1 }
    }
    return count
  }
}

import Glibc

/// The system's words for an error number.
func errorText(_ number: Int32) -> String {
  "\(String(cString: strerror(number))) (errno \(number))"
}

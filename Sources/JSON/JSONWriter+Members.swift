extension JSONWriter {
  /// A member with its value; absent optionals are written as `null`.
  @inlinable
  public mutating func member(_ key: String, _ value: some JSONEncodable) {
    self.key(key)
    value.write(to: &self)
  }

  public mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  public mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    int(value)
  }

  public mutating func member(_ key: String, _ value: Int64) {
    self.key(key)
    int(value)
  }

  public mutating func member(_ key: String, _ value: Double) {
    self.key(key)
    double(value)
  }

  public mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// A member left out altogether when there is no value.
  @inlinable
  public mutating func memberIfPresent(_ key: String, _ value: (some JSONEncodable)?) {
    if let value { member(key, value) }
  }
}

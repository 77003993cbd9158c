extension Schema {
  /// How long jobs may wait; part of version 3.
  ///
  /// The limit itself is kept, and not only when it is over: the clock starts when nothing but the queue holds the job
  /// up, and again when the job is retried by hand.
  static let queueTimeouts = """
    ALTER TABLE jobs ADD COLUMN queue_timeout_ms INTEGER CHECK (queue_timeout_ms >= 0);
    UPDATE jobs SET queue_timeout_ms = max(expires_at - run_at, 0) WHERE expires_at IS NOT NULL;
    UPDATE jobs SET expires_at = NULL WHERE expires_at IS NOT NULL AND gate = 'blocked';
    """
}

import JobModel
import JobStore

/// How an attempt has ended, as it is to be written.
struct AttemptEnd {
  let id: JobID
  let token: AttemptToken
  let command: StoreCommand

  /// The same in the plainest words, for a store that cannot take it as it is: not what the job was for, but an end that
  /// everybody can see, instead of a job that runs forever. What only goes back to the queue stays as it is.
  func simplified(_ reason: String) -> AttemptEnd {
    if case .release = command { return self }
    return AttemptEnd(
      id: id, token: token, command: .fail(id, token, JobError(kind: "internalError", message: reason), nil))
  }
}

extension Result where Failure == StoreRejection {
  /// The store could not make sense of the command.
  var isInternalError: Bool {
    if case .failure(.internalError) = self { true } else { false }
  }
}

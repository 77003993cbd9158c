import JSON
import JobModel
import JobStore

/// The part of a notification that is the same for all subscriptions, from `"seq"` to the newline.
enum EventLine {
  static func tail(of event: StoreEvent) -> [UInt8] {
    var writer = begin(seq: event.seq, type: event.kind.name, time: event.time)
    writer.member("job_id", event.jobID?.description)
    // What concerns all types has the empty one in the store.
    writer.member("type", event.type?.isEmpty == false ? event.type : nil)
    writer.member("project_id", event.projectID?.description)
    writer.member("user_id", event.userID)
    writer.member("status", event.status?.rawValue)
    writer.member("attempt", event.jobID == nil ? nil : event.attempt)
    // The detail is an object of its own; its members join these.
    if let detail = event.detail?.utf8, detail.count > 2 {
      writer.bytes.append(UInt8(ascii: ","))
      writer.bytes += detail.dropFirst().dropLast()
    }
    return end(&writer)
  }

  /// Events that are no longer kept, and were not told to a subscription in time.
  static func gap(_ missed: ClosedRange<Int64>, time: Timestamp) -> [UInt8] {
    var writer = begin(seq: missed.upperBound, type: "gap", time: time)
    writer.member("missed_from", missed.lowerBound)
    writer.member("missed_to", missed.upperBound)
    return end(&writer)
  }

  private static func begin(seq: Int64, type: String, time: Timestamp) -> JSONWriter {
    var writer = JSONWriter(reservingCapacity: 384)
    writer.member("seq", seq)
    writer.member("type", type)
    writer.member("time", time.rfc3339)
    writer.key("data")
    writer.beginObject()
    return writer
  }

  private static func end(_ writer: inout JSONWriter) -> [UInt8] {
    writer.endObject()
    writer.bytes += "}}\n".utf8
    return writer.bytes
  }
}

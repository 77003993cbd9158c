import GantryClient
import GantryProtocol
import JSON
import JSONRPC

/// What has happened by now, of what a subscription would tell.
///
/// A subscription does not say when the past ends: the newest event may be one that it does not want. So all events
/// are asked for, and chosen here.
struct PastEvents {
  private let session: Session
  private let wanted: JSONObject
  private let names: [String]?

  init(of wanted: JSONObject, in session: Session) {
    self.session = session
    self.wanted = wanted
    names = wanted["events"]?.arrayValue?.compactMap(\.stringValue)
  }

  /// Shows the events until `show` returns false.
  ///
  /// - Parameter tell: is given what a subscription was answered, to say what is lost.
  func run(_ tell: (JSON, Int64?, Session) -> Void, _ show: (Answer, JSON, Session) -> Bool) throws {
    let since = wanted["since_seq"]?.intValue
    var request = wanted
    // From 1, and not from 0: then the answer says where what is kept begins.
    request["since_seq"] = JSON(max(1, since ?? 0))
    // The daemon judges the wish, so that a typing error is not a silence.
    let judged = try session.call(Subscribe.name, RawJSON(request)).value()
    _ = try session.call(Unsubscribe.self, .init(subscriptionID: judged.text("subscription_id") ?? ""))
    if since ?? 0 > 0 { tell(judged, since, session) }
    let newest = judged.number("seq") ?? 0
    if let oldest = judged["gap"]?.number("oldest_seq"), oldest > newest { return }
    var last = since ?? 0
    if last > newest { last = 0 }
    let all = try session.call(Subscribe.self, .init(sinceSeq: last)).value().text("subscription_id")
    while last < newest {
      let event = Answer(raw: try session.nextEvent(timeout: GlobalOptions.usualReplyTimeout))
      let value = try event.value()
      guard value.text("subscription_id") == all else { continue }
      last = value.number("seq") ?? last
      if last <= newest, isWanted(value), !show(event, value, session) { return }
    }
  }

  private func isWanted(_ event: JSON) -> Bool {
    let type = event.text("type") ?? ""
    if type == "gap" { return true }
    if let names, !names.contains(where: { $0.hasSuffix(".") ? type.hasPrefix($0) : type == $0 }) { return false }
    return ["project_id", "job_id"].allSatisfy { member in
      wanted[member].map { $0.isNull || $0.stringValue?.lowercased() == event["data"]?.text(member) } ?? true
    }
  }
}

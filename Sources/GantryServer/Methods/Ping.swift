import GantryProtocol
import JobModel

extension Server {
  func ping(_ params: Ping.Params) -> Ping.Result {
    Ping.Result(pong: true, time: clock.now().rfc3339)
  }
}

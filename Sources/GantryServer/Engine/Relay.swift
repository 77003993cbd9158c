/// Breaks a circle: what is made on the way to `target` can already be told whom to call.
final class Relay<Target: AnyObject> {
  weak var target: Target?
}

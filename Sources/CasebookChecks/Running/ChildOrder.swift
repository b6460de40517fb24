import Glibc

/// Which variant a child process is to run; handed over in its environment.
struct ChildOrder {
  static let variable = "CASEBOOK_CHECK_ORDER"
  /// Descriptor on which a child writes its evidence: what the check prints can't be taken for it.
  static let descriptor: Int32 = 3

  var check: String
  var variant: String
  var directory: String

  /// The order of this process; `nil` in the one that serves requests.
  static var current: ChildOrder? {
    guard let text = getenv(variable) else { return nil }
    let parts = String(cString: text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    return ChildOrder(check: parts[0], variant: parts[1], directory: parts[2])
  }

  var text: String { "\(check)\n\(variant)\n\(directory)" }
}

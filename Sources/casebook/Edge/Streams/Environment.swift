import Glibc

/// The variables the process was started with.
enum Environment {
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// All variables whose name begins with a prefix, sorted by name.
  static func variables(prefix: String) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var index = 0
    while let entry = environ[index] {
      index += 1
      let text = String(cString: entry)
      guard text.hasPrefix(prefix), let equals = text.firstIndex(of: "=") else { continue }
      result.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
    }
    return result.sorted { $0.name < $1.name }
  }
}

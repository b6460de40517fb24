/// What `--version` prints.
enum Version {
  static let number = "0.1.0"

  /// The compiler it was built with, as far as the compiler tells.
  static var compiler: String {
    #if swift(>=6.4)
      "6.4 or later"
    #elseif swift(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  static var text: String { "casebook \(number) (Swift \(compiler))" }
}

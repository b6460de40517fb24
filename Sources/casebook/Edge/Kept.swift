/// Values that are kept until the process ends, which takes them back as a whole.
///
/// Taking ten thousand documents apart, string by string, is a twentieth of a run that has nothing more to say.
enum Kept {
  /// Keeps a value for ever; for what a command ends with, and for nothing that is made more than once.
  static func toTheEnd(_ value: some Any) { _ = Unmanaged.passRetained(Box(value)) }

  private final class Box<Value> {
    let value: Value

    init(_ value: Value) { self.value = value }
  }
}

/// A checked template as a list of operations: names are slots, partials are in place, nothing can fail any more.
struct CompiledTemplate: Sendable {
  /// A value's place: which object of the stack, which of its values.
  struct Slot: Hashable, Sendable {
    var level: Int
    var index: Int
  }

  enum Operation: Hashable, Sendable {
    case text(Range<Int>)
    case value(Slot)
    /// Runs the operations up to `end` once an element, or once if a flag is set.
    case section(Slot, end: Int)
    /// Runs the operations up to `end` if a list is empty or a flag is not set.
    case inverted(Slot, end: Int)
  }

  var operations: [Operation] = []
  /// Bytes of all texts.
  var pool: [UInt8] = []

  /// Appends the page made of these objects, the outermost first.
  func render(_ stack: [TemplateObject], into output: inout [UInt8]) {
    var stack = stack
    run(operations.indices, &stack, &output)
  }

  private func run(_ range: Range<Int>, _ stack: inout [TemplateObject], _ output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let operation = operations[index]
      index += 1
      switch operation {
      case .text(let text): output.append(contentsOf: pool[text])
      case .value(let slot): append(value(slot, stack), to: &output)
      case .section(let slot, let end):
        switch value(slot, stack) {
        case .flag(true): run(index..<end, &stack, &output)
        case .list(let elements):
          for element in elements {
            stack.append(element)
            run(index..<end, &stack, &output)
            stack.removeLast()
          }
        case .flag(false), .text, .address, .html: break
        }
        index = end
      case .inverted(let slot, let end):
        switch value(slot, stack) {
        case .flag(false): run(index..<end, &stack, &output)
        case .list(let elements) where elements.isEmpty: run(index..<end, &stack, &output)
        case .flag, .list, .text, .address, .html: break
        }
        index = end
      }
    }
  }

  private func value(_ slot: Slot, _ stack: [TemplateObject]) -> TemplateValue {
    guard slot.level < stack.count, slot.index < stack[slot.level].values.count else { return .flag(false) }
    return stack[slot.level].values[slot.index]
  }

  private func append(_ value: TemplateValue, to output: inout [UInt8]) {
    switch value {
    case .text(var text): text.withUTF8 { output.appendEscapingText($0) }
    case .address(var address): address.withUTF8 { output.appendEscapingAddress($0) }
    case .html(let fragment): output.append(contentsOf: fragment.bytes)
    case .flag, .list: break
    }
  }
}

import ArgumentParser

/// Options of commands whose result may be taller than the terminal.
struct PagingOptions: ParsableArguments {
  @Flag(name: .customLong("no-pager"), help: "Print everything at once.")
  var noPager = false

  /// Shows a text, through the pager where it is taller than the terminal.
  func show(_ text: String) throws(CommandFailure) { try show(Array(text.utf8)) }

  func show(_ bytes: [UInt8]) throws(CommandFailure) {
    if !noPager, let pager = Pager.wanted(for: bytes), pager.show(bytes) { return }
    try StandardOutput.write(bytes)
  }
}

/// The words of the command line, bytes that are not UTF-8 written as `\xE9`, as file names are shown.
enum Arguments {
  static var all: [String] {
    let words = CommandLine.unsafeArgv
    return (1..<max(Int(CommandLine.argc), 1)).compactMap { index in
      words[index].map { word in
        var bytes: [UInt8] = []
        var next = word
        while next.pointee != 0 {
          bytes.append(UInt8(bitPattern: next.pointee))
          next += 1
        }
        return DiskName.text(bytes)
      }
    }
  }
}

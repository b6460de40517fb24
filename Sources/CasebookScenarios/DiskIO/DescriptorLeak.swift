import CasebookChecks
import Glibc

/// 200 files of which none can be read as it should: how many stay open?
let descriptorLeak = Check(
  "disk/descriptor-leak", case: "descriptor-leak",
  variants: [
    .bug(covers: "descriptor-leak.bug"),
    .fix(covers: "descriptor-leak.fix"),
  ],
  claims: [
    Claim("the bug leaves each malformed file open, the fix none") {
      try $0.bug["open-after-200"] == 200 && $0.fix["open-after-200"] == 0
    },
    Claim("with a limit of 64 descriptors the bug ends with EMFILE, the fix reads on") {
      try $0.bug["errno-at-limit"] == Double(EMFILE) && $0.fix["errno-at-limit"] == 0
    },
    Claim("a well-formed file leaves nothing open in either, and is read") {
      try $0.fix["open-after-good-file"] == 0 && $0.fix["open-after-200"] < $0.bug["open-after-200"]
        && $0.fix["read"] == 1
    },
  ],
  needs: [.file("/proc/self/fd")]
) { run in
  let malformed = run.directory + "/malformed.txt"
  let good = run.directory + "/good.txt"
  try write("no header\n", to: malformed)
  try write("v1\nrow\n", to: good)

  let before = OpenFiles(under: run.directory).count
  let read = try parse(good, closes: !run.isBug) == 1
  run.record("read", read ? 1 : 0)
  run.record("open-after-good-file", OpenFiles(under: run.directory).count - before, unit: "files")
  for number in 1...200 {
    _ = try? parse(malformed, closes: !run.isBug)
    guard number % 20 == 0 else { continue }
    run.sample(
      "open files", x: Double(number), y: Double(OpenFiles(under: run.directory).count), xLabel: "malformed files",
      yLabel: "open files")
  }
  run.record(
    "open-after-200", OpenFiles(under: run.directory).count, unit: "files",
    beside: run.written(bug: "200 malformed files: 200 open", fix: "200 malformed files: 0 open"))

  // What comes after days comes after some files when the limit is low.
  for path in OpenFiles.descriptors(under: run.directory) { close(path) }
  let used = OpenFiles.lowestFree()
  var limit = rlimit(rlim_cur: rlim_t(used + 64), rlim_max: rlim_t(used + 64))
  setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  var refusal: Int32 = 0
  for _ in 0..<100 {
    do { _ = try parse(malformed, closes: !run.isBug) } catch let fault as CannotOpen {
      refusal = fault.code
      break
    } catch {}
  }
  run.record("errno-at-limit", Int(refusal))
}

private struct Malformed: Error {}
private struct CannotOpen: Error { let code: Int32 }

/// Rows below the header `v1`. The bug closes the file where it has read it, and not where it gives up.
private func parse(_ path: String, closes: Bool) throws -> Int {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw CannotOpen(code: errno) }
  defer { if closes { close(file) } }
  var buffer = [UInt8](repeating: 0, count: 1_024)
  let text = String(decoding: buffer[..<max(0, read(file, &buffer, buffer.count))], as: UTF8.self)
  let lines = text.split(separator: "\n")
  guard lines.first == "v1" else { throw Malformed() }
  if !closes { close(file) }
  return lines.count - 1
}

private func write(_ text: String, to path: String) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw CannotOpen(code: errno) }
  defer { close(file) }
  _ = Glibc.write(file, text, text.utf8.count)
}

extension OpenFiles {
  /// Descriptors of the files below a directory.
  fileprivate static func descriptors(under directory: String) -> [Int32] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    return (0..<1_024).filter { descriptor in
      let length = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count - 1)
      return length > 0
        && String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self).hasPrefix(directory + "/")
    }
  }

  /// The descriptor that the next file gets.
  fileprivate static func lowestFree() -> Int {
    let next = open("/dev/null", O_RDONLY | O_CLOEXEC)
    if next >= 0 { close(next) }
    return Int(max(next, 0))
  }
}

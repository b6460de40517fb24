import Foundation
import Testing

@testable import CasebookChecks

@Suite("Probes") struct ProbeTests {
  @Test("a live counter counts what is held, and what there ever was") func liveCounter() {
    let counter = LiveCounter()
    var tokens = (0..<10).map { _ in counter.token() }
    #expect(counter.live == 10 && counter.total == 10)
    tokens.removeLast(4)
    #expect(counter.live == 6 && counter.total == 10)
    tokens = []
    #expect(counter.live == 0 && counter.total == 10)
  }

  @Test func callCounter() throws {
    let calls = CallCounter()
    try Threads.run(8) { _ in for _ in 0..<1_000 { calls.call() } }
    #expect(calls.count == 8_000)
    #expect(calls.call() == 8_001)
  }

  @Test("a gate lets nobody through before it is opened, and everybody after") func gate() throws {
    let gate = Gate()
    let through = CallCounter()
    var before = -1
    try Threads.run(
      8,
      meanwhile: {
        gate.waitForArrivals(8)
        before = through.count
        gate.open()
      }
    ) { _ in
      gate.wait()
      through.call()
    }
    #expect(before == 0)
    #expect(through.count == 8)
    gate.wait()
  }

  @Test("threads have their numbers") func threads() throws {
    let seen = (0..<4).map { _ in CallCounter() }
    try Threads.run(4) { seen[$0].call() }
    #expect(seen.map(\.count) == [1, 1, 1, 1])
    try Threads.run(0) { _ in Issue.record("no thread was asked for") }
  }

  @Test("files of /proc are read to their end") func procFS() {
    #expect(ProcFS.text("/proc/self/stat").contains("("))
    #expect(ProcFS.text("/proc/no/such") == "")
    #expect(ProcFS.names("/proc/self/task").count >= 1)
    #expect(ProcFS.names("/no/such") == [])
    // Longer than a page, which a short read would cut.
    #expect(ProcFS.bytes("/proc/self/maps").count > 8_192)
    #expect(ProcFS.text("/proc/self/maps").hasSuffix("\n"))
  }

  @Test("open files below a directory, deleted ones too") func openFiles() throws {
    let folder = try FreshDirectory()
    defer { folder.remove() }
    #expect(OpenFiles(under: folder.path).count == 0)
    try Data("a".utf8).write(to: URL(fileURLWithPath: folder.path + "/a"))
    let file = try #require(FileHandle(forReadingAtPath: folder.path + "/a"))
    #expect(OpenFiles(under: folder.path).paths == [folder.path + "/a"])
    try FileManager.default.removeItem(atPath: folder.path + "/a")
    #expect(OpenFiles(under: folder.path + "/").paths == [folder.path + "/a (deleted)"])
    try file.close()
    #expect(OpenFiles(under: folder.path).count == 0)
  }

  @Test("percentiles by nearest rank") func samples() {
    var samples = Samples()
    #expect(samples.percentile(50) == 0)
    #expect(samples.distribution().isEmpty)
    for value in stride(from: 100.0, through: 1, by: -1) { samples.add(value) }
    #expect(samples.percentile(50) == 50 && samples.percentile(99) == 99 && samples.percentile(100) == 100)
    #expect(samples.percentile(0) == 1 && samples.percentile(0.5) == 1 && samples.percentile(1_000) == 100)
    #expect(samples.distribution(limit: 4).map(\.value) == [25, 50, 75, 100])
    #expect(samples.distribution(limit: 4).map(\.percent) == [25, 50, 75, 100])
  }

  @Test("a fresh directory is empty, and goes with all that is in it") func freshDirectory() throws {
    let folder = try FreshDirectory()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    try FileManager.default.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try Data(count: 10_000).write(to: URL(fileURLWithPath: folder.path + "/a/b/file"))
    #expect(folder.size >= 10_000)
    folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let other = try FreshDirectory()
    #expect(other.path != folder.path)
    other.remove()
  }

  @Test("what a killed process left is tidied, and what a living one uses is not") func tidying() throws {
    let mine = try FreshDirectory()
    // No process has the largest number there is.
    let left = URL(fileURLWithPath: mine.path).deletingLastPathComponent().path + "/casebook-check-\(pid_t.max)-x7Qa3b"
    try FileManager.default.createDirectory(atPath: left + "/a", withIntermediateDirectories: true)
    FreshDirectory.tidy()
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: mine.path))
    mine.remove()
  }
}

@Suite("Time and chance that are the same everywhere") struct DeterminismTests {
  @Test("SplitMix64, as its authors print it") func splitMix() {
    // Reference values of splitmix64.c (Vigna) for the seed 1234567; the stream's name is hashed in, so it is undone here.
    var random = SeededRandom(seed: 1_234_567 ^ 0xcbf2_9ce4_8422_2325)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test("streams of one seed differ, and each comes again") func streams() {
    func first(_ stream: String) -> UInt64 {
      var random = SeededRandom(seed: 42, stream: stream)
      return random.next()
    }
    #expect(first("a") == first("a"))
    #expect(Set(["", "a", "b", "ab", "ba"].map(first)).count == 5)
  }

  @Test func ranges() {
    var random = SeededRandom(seed: 42)
    var hits = 0
    for _ in 0..<10_000 {
      let value = random.uniform(-1...3)
      #expect(value >= -1 && value <= 3)
      if random.chance(0.25) { hits += 1 }
    }
    #expect((2_300...2_700).contains(hits))
    #expect(random.uniform(2...2) == 2)
  }

  @Test("events come in order of time, and of their asking where times are equal") func clock() {
    let clock = VirtualClock()
    var log: [String] = []
    clock.after(.milliseconds(20)) { log.append("20") }
    clock.after(.milliseconds(10)) {
      log.append("10")
      clock.after(.milliseconds(10)) { log.append("20, asked at 10") }
      clock.after(.milliseconds(-5)) { log.append("10, asked for the past") }
    }
    clock.after(.milliseconds(20)) { log.append("20 again") }
    #expect(clock.run() == 5)
    #expect(log == ["10", "10, asked for the past", "20", "20 again", "20, asked at 10"])
    #expect(clock.now == .milliseconds(20))
  }

  @Test("arrivals come in order of time, and what they ask for between them") func arrivals() {
    let clock = VirtualClock()
    var log: [String] = []
    clock.each(at: [.seconds(3), .seconds(1), .seconds(2), .seconds(2)]) { number in
      log.append("\(number) at \(Int(clock.now.inMilliseconds))")
      if number == 0 { clock.after(.milliseconds(500)) { log.append("between") } }
    }
    clock.each(at: []) { _ in log.append("never") }
    #expect(clock.run() == 5)
    #expect(log == ["0 at 1000", "between", "1 at 2000", "2 at 2000", "3 at 3000"])
    var random = SeededRandom(seed: 42)
    let times = random.times(1_000, within: 10)
    #expect(times.count == 1_000 && times.allSatisfy { $0 >= .zero && $0 <= .seconds(10) })
  }

  @Test("a run up to a time leaves the rest, and its clock stands there") func until() {
    let clock = VirtualClock()
    var count = 0
    for second in 1...10 { clock.after(.seconds(second)) { count += 1 } }
    #expect(clock.run(until: .seconds(4)) == 4)
    #expect(clock.now == .seconds(4) && count == 4)
    #expect(clock.run(until: .milliseconds(4_500)) == 0)
    #expect(clock.now == .milliseconds(4_500))
    clock.run()
    #expect(count == 10 && clock.now == .seconds(10))
  }

  @Test("ten thousand events in any order") func heap() {
    let clock = VirtualClock()
    var random = SeededRandom(seed: 7)
    var last = Duration.zero
    var isSorted = true
    for _ in 0..<10_000 {
      clock.after(.nanoseconds(Int64(random.next() >> 34))) {
        isSorted = isSorted && clock.now >= last
        last = clock.now
      }
    }
    #expect(clock.run() == 10_000)
    #expect(isSorted)
  }

  @Test("a plot keeps 512 points at most, its ends among them") func thinning() async {
    let check = Check("a/b", case: "c", variants: [.bug(), .fix()], claims: []) { run in
      for x in 0..<5_000 { run.sample("s", x: Double(x), y: 1) }
      run.record("twice", 1)
      run.record("twice", 2)
    }
    let evidence = await ChildRun.measure(check, check.variants[0], directory: "/")
    let points = evidence.series[0].points
    #expect(points.count <= 512 && points.first == [0, 1] && points.last == [4_999, 1])
    #expect(evidence.metrics.map(\.value) == [2])
  }
}

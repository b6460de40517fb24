"""Puts three small mistakes into the fix of each shipped check and tells which of them the check notices.

    python3 Tests/Scripts/mutate.py

The mistakes of one round, one a check, are built together in a copy. Exit code 1 where fewer than 95% are noticed.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = "Sources/CasebookScenarios"
TARGETS = ["CCheckSupport", "CSQLite", "CSystemCalls", "CasebookChecks", "CasebookScenarios"]

# check → file, and three pairs of what stands there and what is put in its place
MUTANTS = {
    "memory/unbounded-cache": ("MemoryLeaks/UnboundedCache.swift", [
        ("if entries.values.count > limit {", "if entries.values.count > limit + 1 {"),
        ("        let value = try factory()\n        entries.store(key, value)\n        if entries.values.count > limit",
         "        if entries.values.count >= limit { try entries.evictOldest() }\n"
         "        let value = try factory()\n        entries.store(key, value)\n        if entries.values.count > limit"),
        ("if policy == .bounded, limit < 1 {", "if policy == .bounded, limit < 0 {"),
    ]),
    "memory/abandoned-channel": ("MemoryLeaks/AbandonedChannel.swift", [
        ('run.variant == "fix" ? 1 : 0', 'run.variant == "other" ? 1 : 0'),
        ("{ worker.cancel() }", "{ _ = worker.isCancelled }"),
        ("      sender?.resume()", "      _ = sender"),
    ]),
    "memory/forgotten-listener": ("MemoryLeaks/ForgottenListener.swift", [
        ("listening == .removed else", "listening == .weakly else"),
        ("bus.off(token)", "bus.off(token + 1)"),
        ("case .forgotten, .removed: token = bus.on", "case .forgotten, .removed: _ = bus.on"),
    ]),
    "cpu/catastrophic-backtracking": ("CPUProfiling/CatastrophicBacktracking.swift", [
        ("default: self = .plain", "default: self = .nested"),
        ("      if stop == text.count { return true }", "      if stop > 0 { return true }"),
        ("      if isAtomic { return false }\n", ""),
    ]),
    "cpu/accidental-quadratic": ("CPUProfiling/AccidentalQuadratic.swift", [
        ("seen.insert($0).inserted", "!seen.contains($0)"),
        ("hasher.combine(key)", "hasher.combine(0)"),
        ("return rows.filter {", "return rows.dropFirst().filter {"),
    ]),
    "cpu/false-sharing": ("CPUProfiling/FalseSharing.swift", [
        ("default: 128", "default: 64"), ("default: 128", "default: 8"), ("default: 128", "default: 96"),
    ]),
    "race/lost-update": ("RaceConditions/LostUpdate.swift", [
        ("          row.version += 1\n          return .forward", "          return .forward"),
        ("row.lockedBy == nil }", "row.lockedBy != field }"),
        ("guard row.version == mine.version else { return .to(0) }",
         "guard row.version == mine.version else { return .to(1) }"),
    ]),
    "race/lock-order": ("RaceConditions/LockOrder.swift", [
        ("[min(from, to), max(from, to)]", "[from, to]"),
        ("[min(from, to), max(from, to)]", "[min(from, to), to]"),
        ("      bank.holder = bank.holder.map { $0 == name ? nil : $0 }\n", ""),
    ]),
    "race/check-then-use": ("RaceConditions/CheckThenUse.swift", [
        ("O_RDONLY | O_NOFOLLOW | O_CLOEXEC", "O_RDONLY | O_CLOEXEC"),
        ("default: self = .openedFirst", "default: self = .testedTwice"),
        ("if file < 0 || fstat(file, &status) != 0 || status.st_mode & S_IFMT != S_IFREG",
         "if file < 0 || fstat(file, &status) != 0 || status.st_mode & S_IFMT == S_IFREG"),
    ]),
    "latency/external-call-in-request": ("LatencyRegressions/SignUpCrashes.swift", [
        ("      let user = try insertUser()\n      for kind in Self.kinds {\n",
         "      let user = try insertUser()\n      try database.run(\"COMMIT\")\n      try database.run(\"BEGIN\")\n"
         "      for kind in Self.kinds {\n"),
        ("        try handle(job[1], job[2])\n        try database.run(\"DELETE FROM outbox WHERE id = ?\", [job[0]])\n",
         "        try database.run(\"DELETE FROM outbox WHERE id = ?\", [job[0]])\n        try step()\n"
         "        try handle(job[1], job[2])\n"),
        ("ORDER BY id\")", "ORDER BY id LIMIT 3\")"),
    ]),
    "latency/cache-stampede": ("LatencyRegressions/CacheStampede.swift", [
        ("    flight = own\n", ""),
        ("    value = try? result.get()\n", ""),
        ("    flight = nil\n", "    if value != nil { flight = nil }\n"),
    ]),
    "latency/retry-storm": ("LatencyRegressions/RetryStormModel.swift", [
        ("        budget -= 1\n", ""),
        ("        guard budget >= 1 else { return }\n", ""),
        ("min(self.budget + 0.1, 50)", "self.budget + 2"),
    ]),
    "network/time-wait": ("NetworkIssues/TimeWait.swift", [
        ("if !keepsAlive { hangUp() }", "hangUp()"),
        ("try kept ?? connect()", "try connect()"),
        ("if !keepsAlive { hangUp() }", "if !keepsAlive || done % 10 == 0 { hangUp() }"),
    ]),
    "network/nagle-delayed-ack": ("NetworkIssues/NagleDelayedAck.swift", [
        ("try Loopback.send(client, [0, 0, 0, 4, 1, 2, 3, 4])",
         "try Loopback.send(client, [0, 0, 0, 4, 1, 2, 3])\n            try Loopback.send(client, [4])"),
        ('if run.variant == "no-delay" {', 'if run.variant == "other" {'),
        ('if run.variant == "fix" {', 'if run.variant == "other" {'),
    ]),
    "network/pool-exhaustion": ("NetworkIssues/PoolExhaustion.swift", [
        ('if run.variant == "fix" { pool', 'if run.variant == "other" { pool'),
        ("connection.isBroken ? Connection() : connection", "connection"),
        ('if run.variant == "fix" { pool.release(connection) }',
         'if run.variant == "fix" { for _ in 0..<2 { pool.release(connection) } }'),
    ]),
    "database/n-plus-one": ("DatabaseQueries/NPlusOne.swift", [
        ('if variant == "bug" {', 'if variant != "join" {'),
        ("rows.map { $0[0] })", "rows.map { _ in rows[0][0] })"),
        ("return rows.flatMap { author in (titles", "return rows.reversed().flatMap { author in (titles"),
    ]),
    "database/missing-index": ("DatabaseQueries/MissingIndex.swift", [
        ("ON users (email)", "ON users (name)"),
        ('run.variant != "bug"', 'run.variant == "wrapped-column"'),
        (': "SELECT id FROM users WHERE email = ?"', ': "SELECT id FROM users WHERE +email = ?"'),
    ]),
    "database/long-transaction": ("DatabaseQueries/LongTransaction.swift", [
        ('if run.variant == "fix" { try reader', 'if run.variant == "other" { try reader'),
        ('{ try reader.run("COMMIT") }',
         '{\n    try reader.run("COMMIT")\n    try reader.run("BEGIN")\n    try reader.run("SELECT value FROM counters")\n  }'),
        ("wal_autocheckpoint = 50", "wal_autocheckpoint = 5000"),
    ]),
    "disk/fsync-per-row": ("DiskIO/FsyncPerRow.swift", [
        ("    guard row % 10 == 0 else { continue }\n",
         "    guard row % 10 == 0 else { continue }\n    if !run.isBug {\n      try database.run(\"COMMIT\")\n"
         "      try database.run(\"BEGIN\")\n    }\n"),
        ('if !run.isBug { try database.run("COMMIT") }', 'if !run.isBug { try database.run("ROLLBACK") }'),
        ("inOneTransaction: !run.isBug)", "inOneTransaction: false)"),
    ]),
    "disk/descriptor-leak": ("DiskIO/DescriptorLeak.swift", [
        ("  defer { if closes { close(file) } }\n", "  defer { if closes, file > 100 { close(file) } }\n"),
        ("if closes { close(file) }", "if closes { close(file + 1) }"),
        ('else { throw Malformed() }', 'else {\n    _ = dup(file)\n    throw Malformed()\n  }'),
    ]),
    "disk/deleted-but-open": ("DiskIO/DeletedButOpen.swift", [
        ("{ try log.reopen() }", "{ _ = log.hiddenBytes }"),
        ("    file = Log.open(path)\n    guard file >= 0 else { throw LogFault(\"open\") }\n  }\n\n  /// Bytes",
         "    file = Log.open(path + \".1\")\n    guard file >= 0 else { throw LogFault(\"open\") }\n  }\n\n  /// Bytes"),
        ("if run.isBug { signal(SIGHUP, SIG_IGN) }", "if run.directory != \"\" { signal(SIGHUP, SIG_IGN) }"),
    ]),
}

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "casebook", targets: [
  .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"), .target(name: "CSystemCalls"), .target(name: "CCheckSupport"),
  .target(name: "CasebookChecks", dependencies: ["CCheckSupport"]),
  .executableTarget(name: "CasebookScenarios", dependencies: ["CasebookChecks", "CSQLite", "CSystemCalls"]),
], swiftLanguageModes: [.v6])
"""


def verdicts(binary, ids):
    requests = "".join(json.dumps({"op": "run", "id": check}) + "\n" for check in ids)
    answer = subprocess.run([binary], input=requests, capture_output=True, text=True, check=True).stdout
    events = [json.loads(line) for line in answer.splitlines()]
    return {event["id"]: event for event in events if event["event"] == "verdict"}


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="casebook-mutants-"))
    noticed = total = 0
    try:
        (work / "Package.swift").write_text(MANIFEST)
        for target in TARGETS:
            shutil.copytree(ROOT / "Sources" / target, work / "Sources" / target)
        for mistake in range(3):
            for check, (name, pairs) in MUTANTS.items():
                old, new = pairs[mistake]
                text = (ROOT / SCENARIOS / name).read_text()
                if old not in text:
                    sys.exit(f"{check}: {name} does not hold {old!r}")
                (work / SCENARIOS / name).write_text(text.replace(old, new, 1))
            build = subprocess.run(["swift", "build", "--package-path", work], capture_output=True, text=True)
            if build.returncode != 0:
                sys.exit("\n".join(re.findall(r".*error:.*", build.stdout + build.stderr)))
            found = verdicts(work / ".build/debug/CasebookScenarios", MUTANTS)
            for check in MUTANTS:
                verdict = found.get(check, {}).get("verdict", "no answer")
                total += 1
                is_noticed = verdict not in ("proved", "skipped")
                noticed += is_noticed
                reason = (found.get(check, {}).get("reason") or "").splitlines() or [""]
                print(f"{'noticed' if is_noticed else 'MISSED':8} {check} {mistake + 1}: {verdict}: {reason[0][:100]}")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{noticed} of {total} mistakes noticed, {100 * noticed / total:.1f}%")
    sys.exit(0 if noticed >= 0.95 * total else 1)


if __name__ == "__main__":
    main()

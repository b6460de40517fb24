"""Runs every check of a catalogue again and again, half of the runs beside busy loops, and compares what they show.

    python3 Tests/Scripts/stress.py .build/release/casebook-checks --runs 50 --busy 6

Verdicts, exact figures, exact plots and witnesses must be the same in all runs. Exit code 1 where they are not.
"""
import argparse
import json
import subprocess
import sys
import time


def run(binary, ids):
    requests = "".join(json.dumps({"op": "run", "id": check}) + "\n" for check in ids)
    start = time.monotonic()
    answer = subprocess.run([binary], input=requests, capture_output=True, text=True, check=True).stdout
    shown = {check: {} for check in ids}
    reasons = {}
    for event in map(json.loads, answer.splitlines()):
        kind, check = event["event"], event.get("id")
        if kind == "verdict":
            shown[check]["verdict"] = event["verdict"]
            reasons[check] = event.get("reason")
        elif kind in ("metric", "series") and event["stability"] == "exact":
            shown[check][f"{event['variant']} {event['name']}"] = event.get("value", event.get("points"))
        elif kind == "witness":
            shown[check][f"{event['variant']} witness"] = event["events"]
    return shown, reasons, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--busy", type=int, default=6)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    listed = subprocess.run([options.binary], input='{"op":"list"}\n', capture_output=True, text=True, check=True).stdout
    events = [json.loads(line) for line in listed.splitlines()]
    ids = [event["id"] for event in events if event["event"] == "check" and options.only in event["id"]]
    first, differences, times = None, 0, {False: [], True: []}
    for number in range(options.runs):
        is_busy = number >= options.runs // 2
        busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(options.busy if is_busy else 0)]
        try:
            shown, reasons, seconds = run(options.binary, ids)
        finally:
            for process in busy:
                process.kill()
                process.wait()
        times[is_busy].append(seconds)
        first = first or shown
        for check in ids:
            for name in first[check].keys() | shown[check].keys():
                if first[check].get(name) != shown[check].get(name):
                    differences += 1
                    print(f"run {number}, {check}: {name}: {first[check].get(name)} → {shown[check].get(name)}"[:300],
                          reasons.get(check) or "")
    for check in ids:
        print(f"{check}: {first[check]['verdict']}, {len(first[check]) - 1} exact figures")
    for is_busy, seconds in times.items():
        if seconds:
            print(f"{'busy' if is_busy else 'quiet'}: {len(seconds)} runs, {min(seconds):.1f} to {max(seconds):.1f} s")
    print(f"{differences} differences in {options.runs} runs of {len(ids)} checks")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()

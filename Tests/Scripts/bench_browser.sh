#!/bin/sh
# What search in a browser loads, on the standard corpus: 1,000 queries, each in a page of its own, in a real Chromium.
# Arguments: the folder of our release binaries, a work folder outside the repository.
# Needs `chromium` and a Python with `playwright`, named by BENCH_PYTHON.
set -eu
release="$1"
work="$2"
shared="${CASEBOOK_SHARED:-../shared}"
python="${BENCH_PYTHON:-python3}"

[ -d "$shared/bench" ] || {
  echo "bench: SKIPPED, nothing measured: $shared/bench is absent; name its parent in CASEBOOK_SHARED" >&2
  exit 2
}
"$python" -c 'import playwright' 2> /dev/null && [ -n "${CASEBOOK_CHROMIUM:-$(command -v chromium)}" ] || {
  echo "browser ABSENT, not measured: no chromium, or $python has no module playwright"
  exit 0
}
mkdir -p "$work"
for documents in ${SIZES:-1000 10000}; do
  corpus="$work/c$documents"
  queries="$work/q$documents.txt"
  [ -d "$corpus" ] || python3 "$shared/bench/gencorpus.py" "$corpus" -n "$documents" --jobs "$(nproc)" >&2
  [ -s "$queries" ] || python3 "$shared/bench/gencorpus.py" --queries 1000 -n "$documents" > "$queries"
  rm -rf "$work/shards"
  mkdir -p "$work/shards"
  "$release/casebook-bench" shards "$corpus" "$work/shards" --queries "$queries" > "$work/shards.txt"
  echo "== search in a browser, $documents documents: $(head -1 "$work/shards.txt")"
  "$python" "$(dirname "$0")/bench_browser.py" "$work/shards" "$work/shards.txt" "$(dirname "$0")/../../templates/search.js"
done

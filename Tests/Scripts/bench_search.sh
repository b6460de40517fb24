#!/bin/sh
# Our index against tantivy and SQLite FTS5 on one corpus in one run; CPU seconds to build, ms of CPU a query.
# Arguments: the folder of our release binaries, a work folder outside the repository.
# The peers need a Python with `tantivy`, named by BENCH_PYTHON; without one only our figures are printed.
set -eu
release="$1"
work="$2"
shared="${CASEBOOK_SHARED:-../shared}"
documents="${DOCUMENTS:-10000}"
rounds="${ROUNDS:-3}"
python="${BENCH_PYTHON:-python3}"

[ -d "$shared/bench" ] || {
  echo "bench: SKIPPED, nothing measured: $shared/bench is absent; name its parent in CASEBOOK_SHARED" >&2
  exit 2
}
mkdir -p "$work"
corpus="$work/c$documents"
queries="$work/q$documents.txt"
[ -d "$corpus" ] || python3 "$shared/bench/gencorpus.py" "$corpus" -n "$documents" --jobs "$(nproc)" >&2
[ -s "$queries" ] || python3 "$shared/bench/gencorpus.py" --queries 1000 -n "$documents" > "$queries"

echo "== quality: nDCG@10, MAP, MRR with one fixed setting"
for name in cranfield cisi alerts-prom seamonkey-dup; do
  if [ -d "$shared/data/search/$name" ]; then
    echo "$name $("$release/casebook-bench" search "$shared/data/search/$name" | sed -n 2p)"
  else
    echo "$name ABSENT, not measured"
  fi
done

echo "== $documents documents, $rounds rounds in rotation"
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  echo "casebook $("$release/casebook-bench" search "$corpus" --queries "$queries" | tr '\n' ' ')"
  for peer in tantivy-t1 fts5; do
    if [ "$peer" = fts5 ] || "$python" -c 'import tantivy' 2> /dev/null; then
      "$python" "$shared/bench/bench_search.py" "$peer" "$corpus" "$queries" "$work/index-$peer" --passes 1 |
        "$python" -c 'import json, sys; r = json.load(sys.stdin); print(r["engine"], "build=%s MB=%s any p50=%s p99=%s all p50=%s p99=%s"
          % (r["build_cpu"], r["index_mb"], r["or"]["p50"], r["or"]["p99"], r["and"]["p50"], r["and"]["p99"]))'
    else
      echo "$peer ABSENT, not measured: $python has no module tantivy"
    fi
  done
done

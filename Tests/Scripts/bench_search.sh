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

echo "== what each part brings: nDCG@10 without it, on cranfield, cisi, alerts-prom, seamonkey-dup"
for part in fields pairs compounds stems stop-words lengths; do
  printf '%s' "$part"
  for name in cranfield cisi alerts-prom seamonkey-dup; do
    [ -d "$shared/data/search/$name" ] || { printf ' ABSENT'; continue; }
    "$release/casebook-bench" search "$shared/data/search/$name" --without "$part" --passes 0 |
      sed -n 's/.*nDCG@10=\([0-9.]*\).*/ \1/p' | tr -d '\n'
  done
  echo
done

echo "== match: precision where it answers, abstention where the case is taken out"
for name in cranfield cisi alerts-prom; do
  [ -d "$shared/data/search/$name" ] || { echo "$name ABSENT, not measured"; continue; }
  "$release/casebook-bench" match "$shared/data/search/$name" | sed "s/^/$name /"
done

echo "== $documents documents, $rounds rounds in rotation"
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  echo "casebook $("$release/casebook-bench" search "$corpus" --queries "$queries" | tr '\n' ' ')"
  # FTS5 takes minutes over a thousand queries of a hundred thousand documents.
  limit=1000
  for peer in tantivy-t1 fts5; do
    if [ "$peer" = fts5 ] && [ "$documents" -gt 10000 ]; then limit=100; fi
    if [ "$peer" = fts5 ] || "$python" -c 'import tantivy' 2> /dev/null; then
      "$python" "$shared/bench/bench_search.py" "$peer" "$corpus" "$queries" "$work/index-$peer" --passes 1 --limit "$limit" |
        "$python" -c 'import json, sys; r = json.load(sys.stdin); print(r["engine"], "build=%s MB=%s any p50=%s p99=%s all p50=%s p99=%s"
          % (r["build_cpu"], r["index_mb"], r["or"]["p50"], r["or"]["p99"], r["and"]["p50"], r["and"]["p99"]))'
    else
      echo "$peer ABSENT, not measured: $python has no module tantivy"
    fi
  done
done

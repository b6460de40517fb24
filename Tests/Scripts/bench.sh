#!/bin/sh
# Our pipeline against a plain C loop over libcmark, in one rotation; ratios of CPU seconds.
# Arguments: the folder of our release binaries, a work folder outside the repository.
# The corpus generator, the C loop and the timer lie beside the repository, in ../shared/bench.
set -eu
release="$1"
work="$2"
shared="${CASEBOOK_SHARED:-../shared}/bench"
documents="${DOCUMENTS:-10000}"
rounds="${ROUNDS:-5}"

[ -d "$shared" ] || {
  echo "bench: SKIPPED, nothing measured: $shared is absent; name the folder that holds bench/ in CASEBOOK_SHARED" >&2
  exit 2
}
mkdir -p "$work/bin"
corpus="$work/c$documents"
[ -d "$corpus" ] || python3 "$shared/gencorpus.py" "$corpus" -n "$documents" --jobs "$(nproc)" >&2
gcc -O2 -pthread -std=gnu11 -DUSE_CMARK "$shared/floor.c" -o "$work/bin/floor-cmark" -lcmark

echo "== $documents documents: read, parse, render to HTML in memory; ratios to the C loop over libcmark"
python3 "$shared/rr.py" "$rounds" -- \
  cmark-t1 "$work/bin/floor-cmark -t 1 $corpus" \
  cmark-t2 "$work/bin/floor-cmark -t 2 $corpus" \
  pipeline-t1 "$release/casebook-bench pipeline $corpus --threads 1" \
  pipeline-t2 "$release/casebook-bench pipeline $corpus --threads 2" \
  parse "$release/casebook-bench pipeline $corpus --stage parse" \
  model "$release/casebook-bench pipeline $corpus --stage model"

echo "== whole processes"
out="$work/site"
python3 "$shared/rr.py" "$rounds" -- \
  true /bin/true \
  help "$release/casebook --help" \
  "build@rm -rf $out" "$release/casebook build --content $corpus --output $out" \
  validate "$release/casebook validate --fail-on never --format short $corpus"
rm -rf "$out"

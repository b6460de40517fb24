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
  "build@rm -rf $out" "$release/casebook build --content $corpus --output $out"
rm -rf "$out"

# The peer of validate is rumdl (PyPI), a linter of Markdown's style; without it the C loop, which only parses and renders.
if command -v rumdl >/dev/null 2>&1; then
  peer="rumdl check --no-cache --output-format concise $corpus"
  echo "== validate, its own rules alone, and with the parsers of Python and shell; ratios to $(rumdl --version)"
else
  peer="$work/bin/floor-cmark -t 1 $corpus"
  echo "== validate, its own rules alone, and with the parsers of Python and shell; ratios to the C loop (no rumdl on PATH)"
fi
one=$(find "$corpus" -name '*.md' | sort | head -n 1)
python3 "$shared/rr.py" "$rounds" -- \
  peer "$peer" \
  validate "$release/casebook validate --no-parsers --fail-on never --format short $corpus" \
  parsers "$release/casebook validate --fail-on never --format short $corpus" \
  one-document "$release/casebook validate --no-parsers --fail-on never $one"

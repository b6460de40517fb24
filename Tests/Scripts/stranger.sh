#!/bin/sh
# Builds a knowledge base outside the repository that knows of the kit's documentation only, and runs its two checks.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -R "$root/Tests/Fixtures/StrangerKnowledgeBase/." "$work/"
sed -i "s|path: \"../../..\"|path: \"$root\"|" "$work/Package.swift"
lines=$(cat "$work/Package.swift" "$work/casebook.yml" "$work"/Sources/*/*.swift | wc -l)
[ "$lines" -lt 60 ] || { echo "stranger: $lines lines are not under 60" >&2; exit 1; }

swift build --package-path "$work" --scratch-path "${STRANGER_SCRATCH:-$work/.build}" --product shop-checks
checks=$(swift build --package-path "$work" --scratch-path "${STRANGER_SCRATCH:-$work/.build}" --show-bin-path)/shop-checks
answer=$(printf '{"op":"run","id":"shop/oversold"}\n{"op":"run","id":"shop/kept-receipts"}\n' | "$checks")
proved=$(printf '%s\n' "$answer" | grep -c '"verdict":"proved"' || true)
[ "$proved" = 2 ] || { printf '%s\n' "$answer" >&2; echo "stranger: $proved of 2 checks proved" >&2; exit 1; }
echo "stranger: 2 of 2 checks proved, in $lines lines"

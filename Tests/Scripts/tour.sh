#!/bin/sh
# The main job, step by step: validate, tools, cases, proof, site. Argument: the casebook binary.
set -eu
casebook="$1"

step() { printf '\n\033[1m$ casebook %s\033[0m\n' "$*"; "$casebook" "$@"; }
[ -t 1 ] || step() { printf '\n$ casebook %s\n' "$*"; "$casebook" "$@"; }

step validate --format short
step tools
for id in unbounded-cache lost-update external-call-in-request; do step show "$id" --no-pager; done
step check
step build
printf '\nThe site is in site/: open site/index.html\n'

#!/bin/sh
# Installs the Debian packages named as arguments, those that are missing only; says what to do where it may not.
set -eu

missing=""
for package in "$@"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done

command -v swift >/dev/null 2>&1 || {
  echo "setup: no Swift toolchain on PATH; Casebook needs Swift 6.2 or later: https://www.swift.org/install/linux/" >&2
  exit 2
}
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 || {
  echo "setup: missing$missing, and this system has no apt-get; install them by hand (pkg-config names: libcmark, yaml-0.1, sqlite3)" >&2
  exit 2
}
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  echo "setup: missing$missing; run as root: apt-get update && apt-get install -y$missing" >&2
  exit 2
fi

echo "setup: installing$missing" >&2
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null

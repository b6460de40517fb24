#!/bin/sh
# Makes a Python in which the readers of our reports and the driver of a browser are installed, for the tests that need
# them, and prints its path. Argument: a folder for it. Without a network it says what will be skipped and prints nothing.
set -eu
folder="$1"

skip() {
  echo "readers: SKIPPED, $1; reports are not read back by others, search is not tested in a browser" >&2
  exit 0
}

if ! python3 -m venv "$folder" >/dev/null 2>&1; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || skip "python3 has no venv (apt-get install python3-venv)"
  env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null 2>&1 \
    || skip "python3-venv can't be installed"
  python3 -m venv "$folder" >/dev/null 2>&1 || skip "python3 -m venv fails"
fi
"$folder/bin/pip" install --quiet --disable-pip-version-check sarif-tools junitparser jsonschema playwright >&2 \
  || skip "PyPI can't be reached"
if ! command -v chromium >/dev/null 2>&1; then
  { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
    && env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; } \
    || echo "chromium: SKIPPED, it can't be installed; search in a browser is not tested" >&2
fi
echo "$folder/bin/python"

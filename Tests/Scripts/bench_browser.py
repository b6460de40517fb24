#!/usr/bin/env python3
"""Asks the queries of a corpus in a real Chromium, from a disk; prints what they load, compressed, and how long tasks take.

Arguments: a folder that `casebook-bench shards` wrote, what it printed, search.js. Each query is asked in a page of its own
("first": script and root included) and the next one after it ("further"). Every answer is compared with the one that
`casebook-bench` printed.
"""
import gzip
import os
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

folder, printed, script = map(pathlib.Path, sys.argv[1:4])
chromium = os.environ.get("CASEBOOK_CHROMIUM") or shutil.which("chromium")
expected = [line.split("\t") for line in printed.read_text().splitlines() if "\t" in line]
page_file = folder / "page.html"
page_file.write_text('<!DOCTYPE html><meta charset="utf-8"><script src="search.js"></script>')
source = script.read_text()
# As the site has it: without indentation and lines of comment.
lines = [line.strip() for line in source.splitlines()]
(folder / "search.js").write_text("\n".join(line for line in lines if line and not line.startswith(("//", "/*"))) + "\n")
sizes = {}

SETUP = """() => {
  window.long = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.long.push(entry.duration)))
    .observe({entryTypes: ["longtask"]});
  window.engine = casebookSearch.open("search/");
}"""
FIND = """async (query) => {
  const start = performance.now();
  const {hits} = await engine.find(query);
  return [hits.map(({id, score}) => id + " " + score).join(","), performance.now() - start];
}"""
TYPE = """async (query) => {
  const answers = [];
  for (let length = 1; length <= query.length; length++) {
    answers.push(engine.find(query.slice(0, length)));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await Promise.all(answers);
}"""


def size(url):
    if url not in sizes:
        sizes[url] = len(gzip.compress(pathlib.Path(url[7:]).read_bytes(), 9))
    return sizes[url]


def percentile(values, percent):
    return sorted(values)[min(len(values) * percent // 100, len(values) - 1)] if values else 0


def spread(name, values, unit=1000, digits=1):
    print(name, " ".join(f"p{p}={percentile(values, p) / unit:.{digits}f}" for p in (50, 90, 99)))


first, further, times, long_tasks, differ = [], [], [], [], 0
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    requested = []

    def open_page():
        page = browser.new_page()
        page.on("request", lambda request: requested.append(request.url))
        page.goto(page_file.resolve().as_uri())
        page.evaluate(SETUP)
        requested[:] = [url for url in requested if url.endswith("/search.js")]
        return page

    for number, (query, hits) in enumerate(expected):
        page = open_page()
        found, _ = page.evaluate(FIND, query)
        differ += found != hits
        first.append(sum(map(size, requested)))
        requested.clear()
        query, hits = expected[(number + 1) % len(expected)]
        found, milliseconds = page.evaluate(FIND, query)
        differ += found != hits
        times.append(milliseconds)
        further.append(sum(map(size, requested)))
        requested.clear()
        page.close()
    page = open_page()
    for query, _ in expected[:100]:
        page.evaluate(TYPE, query)
    long_tasks = page.evaluate("long")
    browser.close()
print(f"queries={len(expected)} differ={differ}")
root = next(url for url in sizes if url.endswith("/root.js"))
print(f"script={size((folder / 'search.js').resolve().as_uri())} root={size(root)} bytes, gzip")
spread("first query, kB", first)
spread("further query, kB", further)
spread("further query, ms of wall, files from a disk", times, unit=1)
print(f"tasks above 50 ms while 100 queries are typed: {len(long_tasks)}, longest {max(long_tasks, default=0):.0f} ms")
sys.exit(differ != 0)

#!/usr/bin/env python3
"""Asks templates/search.js in a real Chromium what a test asks of it, and prints the answers as JSON.

Argument: a page that loads search.js, from a disk. Input, as JSON: `texts` to analyze, and `indexes`, each with the
`folder` of its search data, `queries`, and `facetsOf` of them. Exit code 3: no Chromium, or no playwright.
"""
import json
import os
import pathlib
import shutil
import sys

chromium = os.environ.get("CASEBOOK_CHROMIUM") or shutil.which("chromium")
try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sys.exit(3)
if not chromium:
    sys.exit(3)

ASK = """async ({folder, queries, facetsOf}) => {
  const engine = casebookSearch.open(folder);
  const answers = [];
  for (const query of queries) {
    const {hits, total, mode} = await engine.find(query);
    answers.push({total, mode, hits: hits.map(({id, score, tier}) => ({id, score, tier}))});
  }
  const facets = [];
  for (const query of facetsOf) facets.push(await engine.facets(await engine.find(query)));
  return {answers, facets};
}"""

asked = json.load(sys.stdin)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    answer = {"analyzed": [], "indexes": [], "messages": [], "requests": []}
    for index in [None] + asked["indexes"]:
        page = browser.new_page()
        page.on("console", lambda message: answer["messages"].append(message.text))
        page.on("pageerror", lambda error: answer["messages"].append(str(error)))
        page.on("request", lambda request: answer["requests"].append(request.url))
        page.goto(pathlib.Path(sys.argv[1]).resolve().as_uri())
        if index is None:
            answer["analyzed"] = page.evaluate("texts => texts.map(casebookSearch.analyze)", asked["texts"])
        else:
            answer["indexes"].append(page.evaluate(ASK, index))
        page.close()
    browser.close()
json.dump(answer, sys.stdout)

#!/usr/bin/env python3
"""Searches in a built site as a reader does, from a disk, in a real Chromium; ends with 1 and says what is wrong.

Argument: the folder of a site that holds the shipped content.
"""
import os
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

site = pathlib.Path(sys.argv[1]).resolve()
chromium = os.environ.get("CASEBOOK_CHROMIUM") or shutil.which("chromium")
messages = []
requests = []


def check(holds, what):
    if not holds:
        print("wrong:", what, messages)
        sys.exit(1)


def opened(context, path):
    page = context.new_page()
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site / path.partition("?")[0]).as_uri() + "".join(path.partition("?")[1:]))
    return page


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    context = browser.new_context()

    # The box: nothing is loaded before somebody is about to search.
    page = opened(context, "cases/memory-leak-detection.html")
    check(not any("/assets/search." in url for url in requests), "the engine is loaded before it is needed")
    page.keyboard.press("/")
    page.keyboard.type("race condition", delay=20)
    page.wait_for_selector(".finder-panel .case-list a")
    first = page.locator(".finder-panel .case-list a").first
    check(first.get_attribute("href") == "../cases/race-condition.html", "the first case found")
    check("case" in page.locator(".finder-panel [role=status]").inner_text(), "the count is announced")
    check(page.locator(".finder-panel mark").count() > 0, "words are marked")
    page.keyboard.press("ArrowDown")
    check(page.evaluate("document.activeElement.getAttribute('href')") == "../cases/race-condition.html", "arrow down")
    page.keyboard.press("ArrowUp")
    check(page.evaluate("document.activeElement.id") == "find", "arrow up")
    page.keyboard.press("Escape")
    check(page.locator(".finder-panel").is_hidden(), "escape closes")
    page.locator("#find").blur()
    page.keyboard.press("Control+k")
    page.keyboard.type("race condition", delay=20)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/race-condition.html")
    page.close()

    # The page: query in the address, filters, a hostile query, nothing found.
    page = opened(context, "search.html?q=memory")
    page.wait_for_selector(".results .case-list a")
    page.wait_for_selector(".facets button")
    before = page.locator(".results .case-list a").count()
    page.locator(".facets button").first.click()
    page.wait_for_selector(".facets button[aria-pressed=true]")
    check(":" in page.locator("#find").input_value() and "q=" in page.url, "a filter stands in query and address")
    check(page.locator(".results .case-list a").count() <= before, "a filter narrows")
    page.locator("#find").fill("<zzzqqq>")
    page.locator(".results [role=status]", has_text="“<zzzqqq>”").wait_for()
    check(page.locator(".results zzzqqq").count() == 0, "a query is text")
    page.close()
    check(messages == [], "the browser complains")
    check(all(url.startswith("file://") for url in requests), "something else than files is asked for")

    # Without scripts: all cases, and the tools.
    page = opened(browser.new_context(java_script_enabled=False), "search.html")
    check(page.locator(".index a").count() >= 6, "a list without scripts")
    browser.close()
print("ok")

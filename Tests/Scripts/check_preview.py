"""Asks a running preview what a hostile page, a slow client and an editor would ask of it; needs nothing but Python.

Usage: check_preview.py CASEBOOK FOLDER; FOLDER is a knowledge base that may be changed. Prints a line a part and the faults.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time

HOSTS = [
    None, "", "localhost", "localhost:80", "evil.org", "evil.org:{port}", "localhost:{port}.evil.org", "127.0.0.1",
    "127.0.0.2:{port}", "0.0.0.0:{port}", "[::]:{port}", "2130706433:{port}", "0x7f000001:{port}", "127.1:{port}",
    "localhost.:{port}", "a.localhost:{port}", "localhost:{port}@evil.org", "[::ffff:127.0.0.1]:{port}",
    "localhost:{port}, evil.org", "localhost:0{port}",
]
ORIGINS = [
    "http://evil.org", "https://localhost:{port}", "http://localhost", "http://localhost:80", "null", "file://",
    "http://localhost:{port}.evil.org", "http://evil.org:{port}", "localhost:{port}", "http://127.0.0.1:1",
    "http://localhost:{port}/", "http://localhost:{port}, http://evil.org", "chrome-extension://abcdef", "http://",
    "http://[::1]", "http://0.0.0.0:{port}", "http://localhost:{port}@evil.org", "ftp://localhost:{port}",
    "http://sub.localhost:{port}", "http://127.0.0.1.nip.io:{port}",
]
UP = ["..", "%2e%2e", "%2E.", ".%2e", "..%2f", "%2e%2e%2f", "..;", "....", "%252e%252e", "..%5c", "..\\", "%c0%ae%c0%ae"]
TARGETS = ["casebook.yml", "content/debugging-examples.md", "etc/passwd"]
SPELLINGS = [f"/{up}/{target}" for up in UP for target in TARGETS] + [
    "//etc/passwd", "///etc/passwd", "/./casebook.yml", "/casebook.yml", "/casebook.yml%00.html", "/.git/config", "/.casebook/",
    "/files/../casebook.yml", "/files/%2e%2e/casebook.yml", "/cases/../../casebook.yml", "/assets/..%2f..%2fcasebook.yml",
    "/file:///etc/passwd", "/C:/Windows/win.ini", "/proc/self/environ", "/%2fetc%2fpasswd", "/\u00e9", "/%ff%fe",
    "/index.html/", "/index.html/..", "/?file=/etc/passwd", "/content/", "/templates/", "/.", "/..", "/%20", "/*",
]


class Preview:
    def __init__(self, casebook, folder):
        self.process = subprocess.Popen(
            [casebook, "serve", "--root", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("http://localhost:"):
            raise SystemExit("no address: " + line + self.process.stderr.read())
        self.port = int(line.strip().rstrip("/").rsplit(":", 1)[1])
        self.heard = []
        threading.Thread(target=lambda: self.heard.extend(self.process.stderr), daemon=True).start()

    def ask(self, target="/", host="localhost:{port}", method="GET", timeout=10, **headers):
        """Sends exactly these bytes; gives status, headers and body."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            lines = [f"{method} {target} HTTP/1.1"]
            if host is not None:
                lines.append("Host: " + host.format(port=self.port))
            lines += [f"{name}: {value.format(port=self.port)}" for name, value in headers.items()]
            lines.append("Connection: close")
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape"))
            answer = http.client.HTTPResponse(connection, method=method)
            answer.begin()
            return answer.status, answer, answer.read()

    def events(self):
        """The stream of states, parsed."""
        page = self.ask("/_casebook/preview.js")[2].decode()
        path = page.split('EventSource("', 1)[1].split('"', 1)[0]
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": f"localhost:{self.port}"})
        answer = connection.getresponse()
        while line := answer.readline():
            if line.startswith(b"data: "):
                yield json.loads(line[6:])


def main(casebook, folder):
    preview = Preview(casebook, folder)
    faults = []

    def part(name, count, wrong):
        faults.extend(wrong)
        for fault in wrong:
            print(f"{name}: {fault}")
        print(f"{name}: {count}, {len(wrong)} faults")

    try:
        check(preview, folder, part)
    finally:
        preview.process.terminate()
        preview.process.wait(10)
    part("ends by the signal", 1, [] if preview.process.returncode == -15 else [preview.process.returncode])
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def check(preview, folder, part):
    status, head, home = preview.ask()
    policy = head.getheader("Content-Security-Policy", "")
    wanted = {"status": status == 200, "policy": "connect-src 'self'" in policy, "nosniff": head.getheader("X-Content-Type-Options")}
    wanted |= {"page": b"</html>" in home, "script": b"/_casebook/preview.js" in home, "no cors": not head.getheader("Access-Control-Allow-Origin")}
    part("the home page", len(wanted), [name for name, holds in wanted.items() if not holds])

    wrong = [host for host in HOSTS if preview.ask(host=host)[0] not in (400, 421)]
    part("hosts refused", len(HOSTS), wrong)
    wrong = [origin for origin in ORIGINS if preview.ask(Origin=origin)[0] != 403]
    part("origins refused", len(ORIGINS), wrong)
    right = ["localhost:{port}", "127.0.0.1:{port}", "LOCALHOST:{port}"]
    part("own names pass", 3, [host for host in right if preview.ask(host=host, Origin="http://" + host.lower())[0] != 200])
    methods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]
    part("methods refused", len(methods), [name for name in methods if preview.ask(method=name)[0] not in (400, 405)])

    def leaks(target):
        status, _, body = preview.ask(target)
        return b"root:" in body or b"title: " in body or b"**Problem**" in body or (status == 200 and body != home and b"</html>" not in body)

    part("spellings of paths", len(SPELLINGS), [target for target in SPELLINGS if leaks(target)])
    sizes = ["/" + "a" * 100_000, "/" + "%41" * 50_000]
    part("long targets", len(sizes), [target[:20] for target in sizes if preview.ask(target)[0] not in (400, 404, 414, 431)])

    idle = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(500)]
    for number, connection in enumerate(idle):
        if number % 2:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
    started = time.monotonic()
    part("a reader beside 500 idle connections", 1, [] if preview.ask(timeout=5)[0] == 200 else ["no page"])
    part("  within two seconds", 1, [] if time.monotonic() - started < 2 else [time.monotonic() - started])
    for connection in idle:
        connection.close()

    live(preview, folder, part)


def live(preview, folder, part):
    states = preview.events()
    first = next(states)
    name = os.path.join(folder, "content", "debugging-examples.md")
    times = []
    for number in range(5):
        started = time.monotonic()
        with open(name, "a", encoding="utf-8") as file:
            file.write(f"\nWord{number}\n")
        state = next(states)
        times.append(round((time.monotonic() - started) * 1000))
        seen = any(f"Word{number}".encode() in preview.ask(page)[2] for page in pages(folder))
        part(f"edit {number} shown", 1, [] if seen and state["version"] != first["version"] else [state["version"]])
        first = state
    print(f"from the edit to the event: {times} ms")

    theme = os.path.join(folder, "templates")
    os.makedirs(theme, exist_ok=True)
    with open(os.path.join(theme, "footer-extra.mustache"), "w", encoding="utf-8") as file:
        file.write("{{! casebook-template 1 }}\n{{pageTitel}}\n")
    state = next(states)
    right = "pageTitel" in (state["failure"] or "") and state["version"] == first["version"]
    part("a failing build is told and keeps the pages", 1, [] if right else [state])
    part("  and pages are still there", 1, [] if preview.ask()[0] == 200 else ["gone"])
    with open(os.path.join(theme, "footer-extra.mustache"), "w", encoding="utf-8") as file:
        file.write("{{! casebook-template 1 }}\n<p>{{pageTitle}} mended</p>\n")
    state = next(states)
    part("a mended one is shown", 1, [] if state["failure"] is None and b"mended" in preview.ask()[2] else [state])
    with open(os.path.join(theme, "casebook.css"), "w", encoding="utf-8") as file:
        file.write("body { color: #111; background: #fff; }\n")
    next(states)
    with open(os.path.join(theme, "casebook.css"), "w", encoding="utf-8") as file:
        file.write("body { color: #222; background: #fff; }\n")
    state = next(states)
    part("styles change without a reload", 1, [] if state["styles"] else [state])
    os.remove(name)
    state = next(states)
    gone = all(b"Word4" not in preview.ask(page)[2] for page in pages(folder))
    part("a document that is removed is gone", 1, [] if gone and state["failure"] is None else [state])


def pages(folder):
    """Pages that may show the document."""
    return ["/documents.html", "/documents/content/debugging-examples.html", "/documents/debugging-examples.html", "/cases/memory-leak-detection.html"] + [
        "/cases/" + name for name in ("race-condition-debugging.html", "performance-regression.html")]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

/// The script of the preview: reloads when the site has changed, and shows over the page why a build failed and what is found.
///
/// It is no part of a site: the preview adds it to each page that it sends.
enum PreviewScript {
  static let path = "_casebook/preview.js"

  static func events(_ token: String) -> String { "_casebook/events-\(token)" }

  /// Text only reaches the page as text nodes: what a document says is never markup.
  static func text(token: String) -> String {
    """
    "use strict";
    (() => {
      const mine = document.currentScript.dataset.version;
      let panel;

      const source = new EventSource("/\(events(token))");
      source.addEventListener("state", (event) => {
        const state = JSON.parse(event.data);
        if (state.version !== mine) {
          if (state.styles) swapStyles(state.styles);
          else return location.reload();
        }
        show(state);
      });
      source.addEventListener("error", () => {
        if (source.readyState === EventSource.CLOSED) waitForServer();
      });

      // A server that was started again has other events; its script is where the old one was.
      function waitForServer() {
        fetch("/\(path)", { cache: "no-store" }).then(
          (answer) => (answer.ok ? location.reload() : setTimeout(waitForServer, 1000)),
          () => setTimeout(waitForServer, 1000));
      }

      // `style-1a2b.css` takes the place of `style-3c4d.css`.
      function swapStyles(styles) {
        for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
          const name = (address) => address.replace(/.*\\//, "").replace(/[-.][0-9a-f]{8}(?=\\.css)/, "");
          const next = styles.find((style) => name(style) === name(link.href));
          if (next) link.href = new URL("/" + next, location.href);
        }
      }

      // A failure stands open; what is found is one line until somebody opens it.
      function show(state) {
        panel?.remove();
        panel = undefined;
        const here = decodeURIComponent(location.pathname.slice(1)) || "index.html";
        const findings = state.findings.filter((finding) => finding.page === here);
        if (!state.failure && !findings.length) return;
        panel = document.createElement("details");
        panel.id = "casebook-preview";
        panel.open = Boolean(state.failure);
        panel.setAttribute("role", state.failure ? "alert" : "status");
        Object.assign(panel.style, {
          position: "fixed", inset: "auto 0 0 0", maxHeight: "45vh", overflow: "auto", zIndex: 1000, margin: 0,
          padding: "0.5rem 1rem", background: "#2b0f12", color: "#ffe9e9",
          borderTop: "3px solid " + (state.failure ? "#ff6b6b" : "#e0a030"), font: "14px/1.5 ui-monospace, monospace",
        });
        const summary = document.createElement("summary");
        const count = findings.length === 1 ? "1 finding" : findings.length + " findings";
        summary.textContent = state.failure
          ? "The site could not be built; this page is as it was." : count + " on this page";
        Object.assign(summary.style, { cursor: "pointer", minHeight: "24px", fontWeight: "bold" });
        panel.append(summary);
        for (const text of (state.failure || "").split("\\n").filter(Boolean)) line(panel, text);
        for (const finding of findings) line(panel, finding.text);
        document.body.append(panel);
      }

      function line(parent, text) {
        const element = document.createElement("div");
        element.textContent = text;
        element.style.whiteSpace = "pre-wrap";
        parent.append(element);
      }
    })();

    """
  }
}

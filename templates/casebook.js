// What pages do beside being read: copy, tick, keys, the choice of a face. All text is there without it.
(function () {
  "use strict";

  var store = {
    get: function (key) { try { return localStorage.getItem(key); } catch (error) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); } catch (error) { /* Nothing is kept. */ } },
    remove: function (key) { try { localStorage.removeItem(key); } catch (error) { /* Nothing was kept. */ } }
  };

  // make("button", {class: "copy"}, "Copy") → an element; texts become text nodes, never markup.
  function make(name, attributes) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    for (var index = 2; index < arguments.length; index++) element.append(arguments[index]);
    return element;
  }

  function button(label, act, attributes) {
    var element = make("button", Object.assign({ type: "button" }, attributes), label);
    element.addEventListener("click", act);
    return element;
  }

  var live = make("p", { class: "live", role: "status" });
  function say(text) {
    live.textContent = "";
    setTimeout(function () { live.textContent = text; }, 30);
  }

  function copy(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () { select(text, done); });
    } else {
      select(text, done);
    }
  }

  // Plain http has no clipboard for pages; a selected field does.
  function select(text, done) {
    var field = make("textarea", { class: "off", readonly: "", "aria-hidden": "true", tabindex: "-1" });
    field.value = text;
    document.body.append(field);
    field.select();
    var worked = document.execCommand("copy");
    field.remove();
    if (worked) done(); else say("Copying is not allowed here");
  }

  // Of a session only what was typed: lines after a prompt, and lines that a final \ goes on with.
  function typed(code, isConsole) {
    var prompt = isConsole ? /^(?:\$|>>>|#|%) / : /^(?:\$|>>>) /;
    var lines = code.split("\n");
    if (!lines.some(function (line) { return prompt.test(line); })) return code;
    var goesOn = false;
    return lines.filter(function (line) {
      var keep = goesOn || prompt.test(line);
      goesOn = keep && /\\$/.test(line);
      return keep;
    }).map(function (line) { return line.replace(prompt, ""); }).join("\n") + "\n";
  }

  function addCopyButtons() {
    var heading = "";
    document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6), main figure.code").forEach(function (element) {
      if (element.tagName !== "FIGURE") {
        heading = element.textContent.replace(/#$/, "").trim();
        return;
      }
      var code = element.querySelector("pre > code");
      if (!code) return;
      var caption = element.querySelector("figcaption");
      if (!caption) {
        caption = make("figcaption", {});
        element.prepend(caption);
      }
      var isConsole = /\blanguage-(console|shell-session|terminal)\b/.test(code.className);
      caption.append(button("Copy", function () {
        copy(typed(code.textContent, isConsole), function () { say("Copied"); });
      }, { class: "copy", "aria-label": "Copy: " + (heading || "code") }));
    });
  }

  // FNV-1a over the text without case, blanks and punctuation: a moved item keeps its tick.
  function fingerprint(text) {
    var hash = 0x811c9dc5;
    var folded = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
    for (var index = 0; index < folded.length; index++) hash = Math.imul(hash ^ folded.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(16);
  }

  function keepTicks(article) {
    var boxes = Array.from(article.querySelectorAll("li.task input[type=checkbox]"));
    if (!boxes.length) return;
    var key = "casebook-ticks-" + article.dataset.case;
    var seen = {};
    var items = boxes.map(function (box) {
      var text = (box.closest("label") || box.closest("li")).textContent.trim();
      var mark = fingerprint(text);
      seen[mark] = (seen[mark] || 0) + 1;
      return { box: box, text: text, mark: seen[mark] > 1 ? mark + "." + seen[mark] : mark };
    });
    var marks = items.map(function (item) { return item.mark; });
    var digest = fingerprint(marks.slice().sort().join(" ")) + "-" + fingerprint(article.querySelector(".body").textContent);
    var kept = null;
    try { kept = JSON.parse(store.get(key)); } catch (error) { /* Not ours: begin anew. */ }
    if (!kept || typeof kept !== "object" || !Array.isArray(kept.ticks) || !Array.isArray(kept.items)) kept = null;

    function keep() {
      var ticks = items.filter(function (item) { return item.box.checked; }).map(function (item) { return item.mark; });
      var startedAt = kept && kept.startedAt || new Date().toISOString();
      kept = { digest: digest, startedAt: startedAt, ticks: ticks, items: marks };
      store.set(key, JSON.stringify(kept));
    }
    function reset() {
      kept = null;
      store.remove(key);
      items.forEach(function (item) { item.box.checked = item.box.defaultChecked; });
    }
    if (kept) items.forEach(function (item) { item.box.checked = kept.ticks.indexOf(item.mark) >= 0; });
    if (kept && kept.digest !== digest) {
      var added = marks.filter(function (mark) { return kept.items.indexOf(mark) < 0; }).length;
      var gone = kept.items.filter(function (mark) { return marks.indexOf(mark) < 0; }).length;
      var banner = make("aside", { class: "changed", "aria-label": "Changed case" });
      banner.append(
        make("p", {}, "This case changed since you started: " + added + " new, " + gone + " gone in its checklist."),
        button("Keep my ticks", function () { keep(); banner.remove(); say("Ticks kept"); }),
        button("Start again", function () { reset(); banner.remove(); say("Ticks removed"); }));
      article.querySelector(".page-header").append(banner);
    }
    items.forEach(function (item) { item.box.addEventListener("change", keep); });
    var list = boxes[boxes.length - 1].closest("ul, ol");
    list.after(make("p", { class: "list-tools" },
      button("Copy progress as Markdown", function () {
        copy(items.map(function (item) { return "- [" + (item.box.checked ? "x" : " ") + "] " + item.text; }).join("\n") + "\n",
          function () { say("Copied"); });
      }),
      button("Reset", function () { reset(); say("Ticks removed"); })));
  }

  var faces = ["system", "light", "dark"];
  function addFaceButton() {
    var header = document.querySelector(".site-header");
    if (!header) return;
    var root = document.documentElement;
    var face = button("", function () {
      var next = faces[(faces.indexOf(root.dataset.face || "system") + 1) % faces.length];
      if (next === "system") delete root.dataset.face; else root.dataset.face = next;
      if (next === "system") store.remove("casebook-face"); else store.set("casebook-face", next);
      show();
      say("Colours: " + next);
    }, { class: "face" });
    function show() { face.textContent = "Colours: " + (root.dataset.face || "system"); }
    show();
    header.append(face);
  }

  function follow(relation) {
    var link = document.querySelector("a[rel=" + relation + "]");
    if (link) link.click();
  }

  function listenToKeys() {
    document.addEventListener("keydown", function (event) {
      if (event.defaultPrevented || event.altKey) return;
      var target = event.target;
      if (target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
      var search = document.querySelector("input[type=search]");
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && search) {
        event.preventDefault();
        search.focus();
      }
      if (event.ctrlKey || event.metaKey || store.get("casebook-keys") === "off") return;
      if (event.key === "/" && search) {
        event.preventDefault();
        search.focus();
      } else if (event.key === "n") {
        follow("next");
      } else if (event.key === "p") {
        follow("prev");
      } else if (event.key === "?") {
        showKeys();
      }
    });
  }

  function showKeys() {
    var dialog = document.querySelector("dialog.keys") || document.body.appendChild(keysDialog());
    if (!dialog.open) dialog.showModal();
  }

  function keysDialog() {
    var rows = [["/ or Ctrl K", "search"], ["n", "next case"], ["p", "previous case"], ["?", "these keys"]];
    var list = make("dl", {});
    rows.forEach(function (row) { list.append(make("dt", {}, make("kbd", {}, row[0])), make("dd", {}, row[1])); });
    var off = make("input", { type: "checkbox" });
    off.checked = store.get("casebook-keys") === "off";
    off.addEventListener("change", function () { store.set("casebook-keys", off.checked ? "off" : "on"); });
    var dialog = make("dialog", { class: "keys", "aria-label": "Keys" }, make("p", { class: "label" }, "Keys"), list,
      make("label", {}, off, " Single keys off"));
    dialog.append(button("Close", function () { dialog.close(); }));
    return dialog;
  }

  // A case that nobody has looked at for long says so by the reader's clock; the page was built by another.
  function warnOfAge(article) {
    var days = Number(article.dataset.staleAfter);
    var updated = Date.parse(article.dataset.updated || "");
    if (!days || !updated) return;
    var age = Math.floor((Date.now() - updated) / 86400000);
    if (age <= days) return;
    article.querySelector(".page-header").append(
      make("p", { class: "changed" }, "Last updated " + age + " days ago: check before you rely on it."));
  }

  // Search is loaded when somebody is about to search, or has come to.
  function prepareSearch() {
    var form = document.querySelector("form.finder");
    if (!form) return;
    function load() {
      form.removeEventListener("focusin", load);
      document.head.append(make("script", { src: form.dataset.script }));
    }
    form.addEventListener("focusin", load);
    if (document.querySelector(".results") || form.contains(document.activeElement)) load();
  }

  document.body.append(live);
  addFaceButton();
  prepareSearch();
  // Before the buttons: the digest of a case is of its text alone.
  document.querySelectorAll("article[data-case]").forEach(function (article) {
    keepTicks(article);
    warnOfAge(article);
  });
  addCopyButtons();
  listenToKeys();
})();

// The search box: cases while somebody types, keys, and on the search page the whole answer with its filters.
(function () {
  "use strict";

  const form = document.querySelector("form.finder");
  const input = form.querySelector("input");
  const { root } = form.dataset;
  const engine = casebookSearch.open(root + "search/");
  const page = document.querySelector(".results");
  const status = make("p", { role: "status", class: "meta" });
  const list = make("ol", { class: "case-list" });
  const facets = make("div", { class: "facets" });
  const panel = page || make("div", { class: "finder-panel", role: "dialog", "aria-label": "Search results", hidden: "" });
  let latest = 0;
  let timer = 0;
  // The answer that is shown, and the text that it answers.
  let shown = { text: "", hits: [] };

  // Texts become text nodes, never markup.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  }

  // A text with the words of the query marked.
  function marked(text, terms) {
    return text.split(/([\p{L}\p{N}_.:\/@+#'-]+)/u).map((part, place) => {
      if (place % 2 === 0) return part;
      const { sequence, extra } = casebookSearch.analyze(part);
      return sequence.concat(extra).some((term) => terms.has(term)) ? make("mark", {}, part) : part;
    });
  }

  const labels = {
    prefix: "Words that begin so", typo: "Words like these", synonym: "What is meant", partial: "Some of the words"
  };

  function show(text, answer) {
    const { sequence, extra } = casebookSearch.analyze([text, ...answer.read.map((pair) => pair[1])].join(" "));
    const terms = new Set(sequence.concat(extra));
    const rows = [];
    let tier = "";
    for (const hit of answer.hits) {
      const label = labels[hit.tier] || "";
      if (label !== tier) rows.push(make("li", { class: "label" }, tier = label));
      const row = make("li", {}, make("a", { href: root + hit.address }, ...marked(hit.title, terms)));
      if (hit.type) row.append(" ", make("span", { class: "meta" }, hit.type.replace(/-/g, " ")));
      if (hit.summary) row.append(make("p", {}, ...marked(hit.summary, terms)));
      rows.push(row);
    }
    list.replaceChildren(...rows);
    const read = answer.read.map(([word, known]) => ` “${word}” was read as “${known}”.`).join("");
    const count = answer.total === 1 ? "1 case." : answer.total + " cases.";
    say((answer.total ? count : `No case fits “${text}”.`) + read);
  }

  function say(text) {
    panel.hidden = false;
    if (status.textContent !== text) status.textContent = text;
  }

  // Values by which the answer can be narrowed; one that is pressed stands in the query.
  async function showFacets(answer, number) {
    const found = await engine.facets(answer);
    if (number !== latest) return;
    facets.replaceChildren(...Object.keys(found).filter((name) => found[name].length).map((name) => {
      const group = make("div", { role: "group", "aria-label": name }, make("span", { class: "label" }, name));
      for (const [value, count] of found[name].slice(0, 12)) {
        const filter = ` ${name}:"${value}"`;
        const isOn = (" " + input.value).includes(filter);
        const button = make("button", { type: "button", "aria-pressed": isOn }, `${value} (${count})`);
        button.addEventListener("click", () => {
          input.value = (isOn ? (" " + input.value).replace(filter, "") : input.value + filter).trim();
          search();
          input.focus();
        });
        group.append(button);
      }
      return group;
    }));
  }

  async function search() {
    clearTimeout(timer);
    const number = ++latest;
    const text = input.value.trim();
    if (page) {
      history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : location.pathname);
    }
    if (!text) {
      shown = { text, hits: [] };
      list.replaceChildren();
      facets.replaceChildren();
      if (page) status.textContent = ""; else panel.hidden = true;
      return;
    }
    try {
      const answer = await engine.find(text, page ? 50 : 8);
      if (number !== latest) return;
      shown = { text, hits: answer.hits };
      show(text, answer);
      if (page) await showFacets(answer, number);
    } catch (error) {
      if (number === latest) say("Search does not work: " + error.message);
    }
  }

  const links = () => [...panel.querySelectorAll(".case-list a")];

  panel.prepend(status, facets, list);
  if (!page) {
    const all = make("a", { class: "more", href: form.action }, "All results");
    all.addEventListener("click", () => { all.href = form.action + "?q=" + encodeURIComponent(input.value.trim()); });
    panel.append(all);
    form.append(panel);
    document.addEventListener("focusin", (event) => { if (!form.contains(event.target)) panel.hidden = true; });
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) panel.hidden = true; });
  }
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 80);
  });
  input.addEventListener("focus", () => { if (!page && shown.text) panel.hidden = false; });
  // Enter without a choice opens the first case.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (shown.text !== input.value.trim()) await search();
    if (shown.hits.length) location.href = root + shown.hits[0].address;
  });
  document.addEventListener("keydown", (event) => {
    const all = links();
    const place = all.indexOf(document.activeElement);
    if (document.activeElement !== input && place < 0) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (!page) panel.hidden = true;
      if (place < 0) input.value = "";
      input.focus();
      if (place < 0) search();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !panel.hidden) {
      event.preventDefault();
      const next = all[place + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) next.focus(); else if (event.key === "ArrowUp") input.focus();
    }
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (page && asked && !input.value) input.value = asked;
  if (input.value) search();
})();

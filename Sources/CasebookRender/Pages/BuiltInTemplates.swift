// Data: the files of templates/, written by `make templates`; edit those and run it.

/// The theme that needs no files beside the program: path below `templates/` → text.
enum BuiltInTemplates {
  static let files: [(path: String, text: StaticString)] = [
    (
      "after-content.mustache",
      #"""
      {{! casebook-template 1 }}

      """#
    ),
    (
      "before-content.mustache",
      #"""
      {{! casebook-template 1 }}

      """#
    ),
    (
      "body-start.mustache",
      #"""
      {{! casebook-template 1 }}

      """#
    ),
    (
      "breadcrumbs.mustache",
      #"""
      {{! casebook-template 1 }}
      <nav class="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
      {{#crumbs}}
      <li><a href="{{address}}">{{title}}</a></li>
      {{/crumbs}}
      <li><span aria-current="page">{{pageTitle}}</span></li>
      </ol>
      </nav>

      """#
    ),
    (
      "case-row.mustache",
      #"""
      {{! casebook-template 1 }}
      <li>
      <a class="title" href="{{address}}">{{title}}</a>
      {{#hasSummary}}
      <p>{{summary}}</p>
      {{/hasSummary}}
      <p class="meta">{{#hasChecks}}{{{state}}} {{/hasChecks}}{{#hasIssue}}<span>{{issue}}</span> {{/hasIssue}}{{#hasUpdated}}<time datetime="{{updated}}">{{updated}}</time> {{/hasUpdated}}{{#hasFindings}}<span class="badge">{{findings}}</span>{{/hasFindings}}</p>
      </li>

      """#
    ),
    (
      "case.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout with-contents">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <article data-case="{{id}}" data-updated="{{updated}}" data-stale-after="{{staleAfter}}">
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <ul class="chips">
      {{#issues}}
      <li><a class="chip issue" href="{{address}}">{{title}}</a></li>
      {{/issues}}
      {{^issues}}
      <li><span class="chip none">No issue type</span></li>
      {{/issues}}
      {{#tags}}
      <li><span class="chip">{{text}}</span></li>
      {{/tags}}
      {{#hasChecks}}
      <li>{{{state}}}</li>
      {{/hasChecks}}
      {{#hasFindings}}
      <li><a class="chip found" href="#findings">{{findingCount}}</a></li>
      {{/hasFindings}}
      </ul>
      {{> facts}}
      {{#hasContents}}
      <p class="to-contents"><a href="#contents">On this page</a></p>
      {{/hasContents}}
      </header>
      {{#hasTools}}
      <section class="tools-first" aria-label="Tools">
      <p class="label">Reach for these first</p>
      <ul class="tool-list">
      {{#tools}}
      {{> tool-entry}}
      {{/tools}}
      </ul>
      </section>
      {{/hasTools}}
      <div class="body">
      {{{body}}}
      </div>
      {{#hasMissing}}
      <aside class="missing" aria-label="What is missing">
      <p class="label">Not in this case</p>
      <ul>
      {{#missing}}
      <li>{{text}}</li>
      {{/missing}}
      </ul>
      </aside>
      {{/hasMissing}}
      {{> findings}}
      <footer class="page-footer">
      <p>Source: <code>{{source}}</code>{{#edit}} · <a href="{{address}}">{{title}}</a>{{/edit}} · In the terminal: <code>casebook show {{id}}</code></p>
      </footer>
      </article>
      {{> after-content}}
      {{> pager}}
      </main>
      {{> contents}}
      </div>
      {{> footer}}

      """#
    ),
    (
      "casebook.css",
      #"""
      /* Colours are custom properties: a theme that changes them changes both faces of every page. */
      :root {
        color-scheme: light dark;
        --page: #ffffff;
        --surface: #f5f7fa;
        --raised: #ffffff;
        --line: #dbe1e8;
        --text: #1b2430;
        --muted: #566273;
        --link: #0b5cad;
        --accent: #0b5cad;
        --on-accent: #ffffff;
        --code: #f5f7fa;
        --bug: #b3261e;
        --bug-surface: #fdf1f0;
        --fix: #17693a;
        --fix-surface: #eef8f1;
        --evidence: #5b4bb0;
        --evidence-surface: #f3f1fc;
        --test: #0b6a75;
        --test-surface: #ebf7f8;
        --warning: #8a5300;
        --warning-surface: #fff6e5;
        --code-comment: #5f6b7a;
        --code-string: #0a6640;
        --code-number: #0b5cad;
        --code-keyword: #7a2aa8;
        --code-builtin: #0a5f86;
        --code-variable: #8a4b00;
        --code-meta: #6b4fa0;
        --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif;
      }

      @media (prefers-color-scheme: dark) {
        :root:not([data-face="light"]) {
          --page: #0f141b;
          --surface: #171e28;
          --raised: #171e28;
          --line: #2b3543;
          --text: #e4e9f0;
          --muted: #a0acbb;
          --link: #82bbff;
          --accent: #82bbff;
          --on-accent: #0f141b;
          --code: #171e28;
          --bug: #ff9a92;
          --bug-surface: #2c1a1b;
          --fix: #7ddb9c;
          --fix-surface: #14261c;
          --evidence: #bcb0ff;
          --evidence-surface: #201d33;
          --test: #77d4df;
          --test-surface: #12272b;
          --warning: #f3bd62;
          --warning-surface: #2b2212;
          --code-comment: #94a1b2;
          --code-string: #8fd6a8;
          --code-number: #8ec1ff;
          --code-keyword: #d9a6ff;
          --code-builtin: #7fd0e8;
          --code-variable: #f0bd74;
          --code-meta: #c3b2ff;
        }
      }

      /* The same by choice. */
      :root[data-face="dark"] {
        color-scheme: dark;
        --page: #0f141b;
        --surface: #171e28;
        --raised: #171e28;
        --line: #2b3543;
        --text: #e4e9f0;
        --muted: #a0acbb;
        --link: #82bbff;
        --accent: #82bbff;
        --on-accent: #0f141b;
        --code: #171e28;
        --bug: #ff9a92;
        --bug-surface: #2c1a1b;
        --fix: #7ddb9c;
        --fix-surface: #14261c;
        --evidence: #bcb0ff;
        --evidence-surface: #201d33;
        --test: #77d4df;
        --test-surface: #12272b;
        --warning: #f3bd62;
        --warning-surface: #2b2212;
        --code-comment: #94a1b2;
        --code-string: #8fd6a8;
        --code-number: #8ec1ff;
        --code-keyword: #d9a6ff;
        --code-builtin: #7fd0e8;
        --code-variable: #f0bd74;
        --code-meta: #c3b2ff;
      }
      :root[data-face="light"] { color-scheme: light; }

      *, *::before, *::after { box-sizing: border-box; }

      html { scroll-padding-top: 1.5rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }

      body {
        margin: 0;
        background: var(--page);
        color: var(--text);
        font: 1rem/1.65 var(--sans);
        overflow-wrap: break-word;
      }

      a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
      a:hover { text-decoration-thickness: 2px; }
      a:not([href]) { color: inherit; text-decoration: underline dotted var(--muted); }
      :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

      h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 2.2em 0 0.7em; font-weight: 650; }
      h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.4rem); margin: 0 0 0.6em; letter-spacing: -0.02em; }
      h2 { font-size: 1.5rem; letter-spacing: -0.012em; }
      h3 { font-size: 1.2rem; }
      h4 { font-size: 1.06rem; }
      h5, h6 { font-size: 1rem; }

      p, ul, ol, dl, blockquote, figure, .table { margin: 0 0 1.1rem; }
      ul, ol { padding-left: 1.4rem; }
      li { margin: 0.25rem 0; }
      li > ul, li > ol { margin: 0.25rem 0; }
      hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
      img { max-width: 100%; height: auto; }
      blockquote { padding: 0.1rem 0 0.1rem 1.1rem; border-left: 4px solid var(--line); color: var(--muted); }
      blockquote > :last-child { margin-bottom: 0; }

      code { font-family: var(--mono); font-size: 0.885em; }
      :not(pre) > code {
        padding: 0.12em 0.36em;
        border: 1px solid var(--line);
        border-radius: 5px;
        background: var(--code);
        overflow-wrap: anywhere;
      }
      a > code { color: inherit; }

      .label {
        margin: 0 0 0.5rem;
        color: var(--muted);
        font-size: 0.78rem;
        font-weight: 650;
        letter-spacing: 0.07em;
        text-transform: uppercase;
      }
      .lead { color: var(--muted); font-size: 1.12rem; max-width: 46rem; }
      .note, .muted, .meta { color: var(--muted); }
      .meta { font-size: 0.88rem; }

      /* The frame */

      .skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: 0.6rem 1rem; background: var(--accent); color: var(--on-accent); }
      .skip:focus { top: 0.5rem; }

      .site-header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 2rem;
        padding: 0.65rem max(1.25rem, calc(50vw - 39rem));
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .brand { display: inline-flex; align-items: center; gap: 0.6rem; min-height: 2.75rem; color: var(--text); font-weight: 650; text-decoration: none; }
      .brand:hover { text-decoration: underline; }
      .site-nav ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin: 0 0 0 -0.75rem; padding: 0; list-style: none; }
      .site-nav li { margin: 0; }
      .site-nav a { display: block; padding: 0.55rem 0.75rem; border-radius: 8px; color: var(--muted); text-decoration: none; font-size: 0.95rem; }
      .site-nav a:hover { color: var(--text); text-decoration: underline; }
      .site-nav .current { color: var(--text); font-weight: 600; box-shadow: inset 0 -2px var(--accent); border-radius: 0; }

      .layout { max-width: 80.5rem; margin: 0 auto; padding: 1.75rem 1.25rem 4rem; }
      main { min-width: 0; }
      .layout:not(.with-contents) > main { max-width: 64rem; }

      .breadcrumbs { margin-bottom: 1.4rem; font-size: 0.88rem; }
      .breadcrumbs ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; color: var(--muted); }
      .breadcrumbs li { margin: 0; }
      .breadcrumbs li + li::before { content: "/" / ""; margin: 0 0.55rem; color: var(--muted); }
      .breadcrumbs a { display: inline-block; padding: 0.1rem 0; color: var(--muted); }

      .site-footer { padding: 1.5rem max(1.25rem, calc(50vw - 39rem)); border-top: 1px solid var(--line); color: var(--muted); font-size: 0.88rem; }
      .site-footer p { margin: 0; }

      /* What scripts add */

      button { font: inherit; font-size: 0.85rem; min-height: 1.75rem; padding: 0.15rem 0.7rem; border: 1px solid var(--line); border-radius: 7px; background: var(--raised); color: var(--text); cursor: pointer; }
      button:hover { border-color: var(--accent); }
      .face { margin-left: auto; }
      .copy { margin-left: auto; font-size: 0.76rem; }
      .language + .copy { margin-left: 0; }
      .changed { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin: 1rem 0 0; padding: 0.7rem 1rem; border-left: 4px solid var(--warning); background: var(--warning-surface); }
      .changed p { margin: 0; flex: 1 1 20rem; }
      .list-tools { display: flex; flex-wrap: wrap; gap: 0.6rem; }
      .live, .off { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .keys { max-width: 24rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); color: var(--text); }
      .keys::backdrop { background: rgb(0 0 0 / 45%); }
      .keys dl { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1.2rem; }
      .keys dd { margin: 0; }
      .keys label { display: block; margin-bottom: 1rem; }
      @media (pointer: coarse) { button { min-height: 2.75rem; } }

      /* The head of a page */

      .page-header { margin-bottom: 2rem; }
      .page-header h1 { margin-bottom: 0.7rem; }
      .hero { padding: 1.5rem 0 0.25rem; }

      .chips, .tools, .plain, .cards, .case-list { padding: 0; list-style: none; }
      .chips, .tools { display: flex; flex-wrap: wrap; gap: 0.45rem; }
      .chips li, .tools li { margin: 0; }
      .chips { margin-bottom: 1rem; }
      .chip, .badge {
        display: inline-block;
        padding: 0.14rem 0.7rem;
        border: 1px solid var(--line);
        border-radius: 99px;
        background: var(--surface);
        color: var(--muted);
        font-size: 0.85rem;
      }
      .chip.issue { border-color: var(--accent); color: var(--link); font-weight: 600; }
      .chip.none { border-style: dashed; }
      .chip.differs { border-color: var(--warning); background: var(--warning-surface); color: var(--warning); }
      .chip.found, .badge { border-color: var(--bug); background: var(--bug-surface); color: var(--bug); }
      .badge { padding: 0 0.55rem; font-size: 0.8rem; }

      .facts { display: flex; flex-wrap: wrap; gap: 0.3rem 1.8rem; margin: 0; font-size: 0.9rem; }
      .facts div { display: flex; gap: 0.45rem; }
      .facts dt { color: var(--muted); }
      .facts dd { margin: 0; overflow-wrap: anywhere; }

      .tools code { white-space: nowrap; overflow-wrap: normal; padding: 0.22em 0.6em; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); font-size: 0.88rem; }
      .tools-first { max-width: 48rem; margin: 0 0 2rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 10px; background: var(--surface); }
      .tools-first h2 { margin: 0 0 0.7rem; font-size: 1.15rem; }
      .tools-first > :last-child { margin-bottom: 0; }
      .tool-list, .rule-list { margin: 0; padding: 0; list-style: none; }
      .tool-list > li { margin: 0; padding: 0.8rem 0; border-top: 1px solid var(--line); }
      .tool-list > li:first-child { padding-top: 0; border-top: 0; }
      .tool-list > li:last-child { padding-bottom: 0; }
      .tool-list p { margin: 0.2rem 0; font-size: 0.94rem; }
      .tool-list .code, .tools-first .code { margin: 0.45rem 0; }
      .tools-first .code { display: flex; flex-direction: row-reverse; align-items: center; background: var(--raised); }
      .tools-first .code pre { flex: 1; min-width: 0; padding: 0.45rem 0.8rem; }
      .tools-first .code figcaption { flex: none; padding: 0 0.5rem; border: 0; background: none; }
      .tool-name, .tool-list .tool-name { font-weight: 650; font-size: 1.02rem; }
      .used, .given-up { font-weight: 400; font-size: 0.85rem; }
      .used { color: var(--fix); }
      .given-up { color: var(--bug); }
      .caution { color: var(--muted); }
      .caution strong { color: var(--text); }
      .rule-list { max-width: 48rem; }
      .rule-list li { margin: 0; padding: 0.7rem 0; border-top: 1px solid var(--line); }
      .rule-list .severity { color: var(--muted); font-size: 0.85rem; }
      .rule-page { max-width: 48rem; }
      .rule-page mark { background: var(--bug-surface); color: var(--bug); text-decoration: underline; }

      /* The body of a case or a document */

      .body { max-width: 48rem; }
      .body > :first-child { margin-top: 0; }
      .problem { padding: 1rem 1.25rem; border-radius: 10px; background: var(--surface); border: 1px solid var(--line); font-size: 1.08rem; }
      .session-label { margin: 2.2rem 0 0; color: var(--muted); font-size: 0.9rem; }
      .session-label strong { font-weight: 500; }
      .session-label + h2 { margin-top: 0.2rem; }
      .image { padding: 0.1rem 0.5rem; border: 1px dashed var(--line); border-radius: 6px; }

      .anchor { margin-left: 0.4em; color: var(--muted); font-weight: 400; text-decoration: none; opacity: 0; }
      :is(h1, h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus { opacity: 1; }
      @media (hover: none) { .anchor { opacity: 0.55; } }

      .factor { display: inline-block; padding: 0 0.5rem; border-radius: 99px; background: var(--bug-surface); color: var(--bug); font-size: 0.85rem; font-weight: 650; }

      .step { --tone: var(--muted); position: relative; padding-left: 3.1rem; margin-bottom: 0.4rem; }
      .step::before { content: ""; position: absolute; left: 0.99rem; top: 0.3rem; bottom: -0.4rem; width: 2px; background: var(--line); }
      .step-title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; margin: 1.4rem 0 0.8rem; padding-top: 0.2rem; }
      .step-title .number {
        position: absolute;
        left: 0;
        width: 2.1rem;
        height: 2.1rem;
        margin-top: -0.28rem;
        border: 2px solid var(--tone);
        border-radius: 50%;
        background: var(--page);
        color: var(--tone);
        font-size: 0.95rem;
        font-weight: 650;
        line-height: calc(2.1rem - 4px);
        text-align: center;
      }
      .step-title .kind { padding: 0.05rem 0.6rem; border-radius: 99px; border: 1px solid currentColor; color: var(--tone); font-size: 0.76rem; font-weight: 600; }
      .kind-rootCause, .kind-finding { --tone: var(--bug); }
      .kind-fix, .kind-mitigation { --tone: var(--fix); }
      .kind-verification { --tone: var(--test); }
      .kind-evidence, .kind-tooling, .kind-reproduce, .kind-isolate, .kind-hypothesis { --tone: var(--evidence); }

      .code { --tone: var(--muted); --tint: var(--code); border: 1px solid var(--line); border-radius: 10px; background: var(--code); overflow: hidden; }
      .code figcaption { display: flex; align-items: center; gap: 0.7rem; padding: 0.32rem 0.95rem; border-bottom: 1px solid var(--line); background: var(--tint); font-size: 0.8rem; color: var(--muted); }
      .code .role { color: var(--tone); font-weight: 700; }
      .code .language { margin-left: auto; }
      .code pre { margin: 0; padding: 0.85rem 0.95rem; overflow-x: auto; line-height: 1.5; tab-size: 4; }
      .code pre:focus-visible { outline-offset: -3px; }
      .code code { font-size: 0.86rem; }
      .role-bug { --tone: var(--bug); --tint: var(--bug-surface); border-left: 4px solid var(--bug); }
      .role-fix { --tone: var(--fix); --tint: var(--fix-surface); border-left: 4px solid var(--fix); }
      .role-test { --tone: var(--test); --tint: var(--test-surface); border-left: 4px solid var(--test); }
      .role-evidence, .role-trace, .role-tool, .role-repro { --tone: var(--evidence); --tint: var(--evidence-surface); }
      .raw { border-style: dashed; }

      /* Code: what a stretch is, never by colour alone: signs, quotes and words stay as they are. */
      .h-c { color: var(--code-comment); font-style: italic; }
      .h-s { color: var(--code-string); }
      .h-n, .h-p { color: var(--code-number); }
      .h-k { color: var(--code-keyword); }
      .h-b { color: var(--code-builtin); }
      .h-v { color: var(--code-variable); }
      .h-i { color: var(--fix); }
      .h-d { color: var(--bug); }
      .h-m { color: var(--code-meta); }

      .table { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
      table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
      th, td { padding: 0.6rem 0.95rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
      thead th { background: var(--surface); font-size: 0.85rem; color: var(--muted); white-space: nowrap; }
      tbody tr:last-child > * { border-bottom: 0; }
      .right { text-align: right; font-variant-numeric: tabular-nums; }
      .center { text-align: center; }
      .tools-table ul { margin: 0; }
      .tools-table th[scope="row"] { font-weight: 600; white-space: nowrap; }

      .checklist { padding: 0; list-style: none; }
      .checklist > li:not(.task) { list-style: disc inside; }
      .task { margin: 0; }
      .task label { display: inline-flex; align-items: baseline; gap: 0.7rem; padding: 0.3rem 0; cursor: pointer; }
      .task p { margin: 0; }
      .task > ul, .task > ol { margin-left: 1.9rem; }
      .task input { flex: none; width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--fix); transform: translateY(0.17rem); }
      .task label:has(:checked) { color: var(--muted); }

      .case-link a { display: block; padding: 0.9rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); font-weight: 600; text-decoration: none; }
      .case-link a::after { content: " →" / ""; }
      .case-link a:hover { border-color: var(--accent); text-decoration: underline; }

      .missing, .findings { max-width: 48rem; margin: 2.5rem 0 0; padding: 1.1rem 1.25rem; border-radius: 10px; border: 1px solid var(--line); }
      .missing { border-style: dashed; }
      .missing ul { margin: 0; color: var(--muted); }
      .findings h2 { margin: 0 0 0.3rem; font-size: 1.15rem; }
      .findings .note { font-size: 0.9rem; }
      .findings ul { margin: 0; padding: 0; list-style: none; }
      .findings li { --tone: var(--muted); display: grid; grid-template-columns: 4.6rem 5.2rem 1fr; gap: 0.15rem 0.6rem; margin: 0; padding: 0.5rem 0 0.5rem 0.8rem; border-left: 4px solid var(--tone); border-top: 1px solid var(--line); font-size: 0.92rem; }
      .findings .severity { color: var(--tone); font-weight: 700; }
      .findings .place { color: var(--muted); font-variant-numeric: tabular-nums; }
      .findings .error { --tone: var(--bug); }
      .findings .warning { --tone: var(--warning); }

      .page-footer { max-width: 48rem; margin-top: 2.5rem; color: var(--muted); font-size: 0.88rem; }
      .pager { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; max-width: 48rem; margin-top: 2rem; }
      .pager a { display: block; padding: 0.9rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; font-weight: 600; text-decoration: none; }
      .pager a:hover { border-color: var(--accent); text-decoration: underline; }
      .pager .label { display: block; margin: 0; }
      .pager .next { text-align: right; }

      /* Lists of pages */

      .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18.5rem, 100%), 1fr)); gap: 1rem; }
      .card { position: relative; display: flex; flex-direction: column; gap: 0.7rem; margin: 0; padding: 1.1rem 1.2rem; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); }
      .card:hover { border-color: var(--accent); }
      .card h3 { margin: 0; font-size: 1.1rem; }
      .card h3 a { text-decoration: none; }
      .card h3 a::after { content: ""; position: absolute; inset: 0; border-radius: 12px; }
      .card:hover h3 a { text-decoration: underline; }
      .card .tools { margin: 0; }
      .card .meta { margin: auto 0 0; }

      .case-list li { margin: 0; padding: 1rem 0; border-top: 1px solid var(--line); }
      .case-list li:last-child { border-bottom: 1px solid var(--line); }
      .case-list .title { font-weight: 600; font-size: 1.05rem; }
      .case-list p { margin: 0.2rem 0 0; max-width: 48rem; }
      .case-list .meta { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; align-items: center; }
      .more { display: inline-block; padding: 0.5rem 1.1rem; border: 1px solid var(--line); border-radius: 99px; text-decoration: none; }
      .more:hover { border-color: var(--accent); text-decoration: underline; }

      .stages { max-width: 48rem; padding: 0; list-style: none; counter-reset: stage; }
      .stages > li { position: relative; margin: 0; padding: 0 0 1.6rem 3.6rem; counter-increment: stage; }
      .stages > li::before { content: counter(stage) / ""; position: absolute; left: 0; width: 2.4rem; height: 2.4rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 650; line-height: 2.4rem; text-align: center; }
      .stages > li:not(:last-child)::after { content: ""; position: absolute; left: 1.15rem; top: 2.9rem; bottom: 0.5rem; width: 2px; background: var(--line); }
      .stages h2 { margin: 0; padding-top: 0.25rem; font-size: 1.25rem; }
      .stages p { margin: 0.2rem 0 0.6rem; }
      .stages .label { margin: 0.6rem 0 0.2rem; }
      .stages ul { margin: 0; }

      /* On this page */

      .contents { font-size: 0.9rem; }
      .contents ol { margin: 0; padding: 0; list-style: none; border-left: 1px solid var(--line); }
      .contents li { margin: 0; }
      .contents a { display: block; padding: 0.22rem 0 0.22rem 0.9rem; color: var(--muted); text-decoration: none; line-height: 1.45; }
      .contents a:hover { color: var(--text); text-decoration: underline; }
      .contents .level-3 a { padding-left: 1.7rem; }
      .contents .level-4 a, .contents .level-5 a, .contents .level-6 a { padding-left: 2.5rem; }

      @media (min-width: 70rem) {
        .with-contents { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 3.5rem; }
        .contents { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; align-self: start; padding-top: 0.3rem; }
        .to-contents { display: none; }
      }
      @media (max-width: 69.99rem) {
        .contents { margin-top: 3rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; }
        .to-contents { margin: 1rem 0 0; font-size: 0.92rem; }
        .contents a { padding-block: 0.45rem; }
      }
      @media (max-width: 40rem) {
        .site-header { padding-block: 0.3rem; }
        .layout { padding-top: 1.1rem; }
        .step { padding-left: 0; }
        .step::before { display: none; }
        .step-title .number { position: static; flex: none; margin: 0; width: 1.9rem; height: 1.9rem; line-height: calc(1.9rem - 4px); }
        .step-title { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0.35rem 0.6rem; }
        .step-title .kind { grid-column: 2; justify-self: start; }
        .step-title .anchor { display: none; }
        .site-nav ul { margin-left: -0.5rem; }
        .site-nav a { padding-inline: 0.5rem; }
        .findings li { grid-template-columns: auto 1fr; }
        .findings .message { grid-column: 1 / -1; }
        .tools-table th[scope="row"] { white-space: normal; }
        .tools-table tr > :last-child { display: none; }
        th, td { padding: 0.5rem 0.65rem; }
      }

      @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
      @media (forced-colors: active) { .code, .step-title .number, .chip, .badge { border-color: CanvasText; } }

      @media print {
        :root { color-scheme: light; --page: #fff; --surface: #fff; --raised: #fff; --code: #fff; --text: #000; --muted: #333; --line: #999; --link: #000; }
        body { font-size: 10.5pt; }
        button, .changed, .list-tools, .site-header, .breadcrumbs, .contents, .to-contents, .skip, .site-footer, .pager, .anchor { display: none; }
        .layout { max-width: none; padding: 0; }
        .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
        .code pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        .code, .table, .task, .problem, tr { break-inside: avoid; }
        h1, h2, h3, h4 { break-after: avoid; }
      }

      /* Proofs: under each block that a check runs. */
      .proof { margin: -0.5rem 0 1.5rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0 0 8px 8px; }
      .proof-head, .proof-foot { margin: 0; }
      .proof-foot { margin-top: 0.75rem; font-size: 0.9rem; color: var(--muted); }
      .state { font-weight: 600; white-space: nowrap; }
      .state-verified { color: var(--fix); background: var(--fix-surface); border-color: currentColor; }
      .state-failing, .state-refuted { color: var(--bug); background: var(--bug-surface); border-color: currentColor; }
      .state-stale, .state-unrun, .state-skipped { color: var(--warning); background: var(--warning-surface); border-color: currentColor; }
      .state-unlinked { color: var(--muted); }
      .claims { list-style: none; padding: 0; margin: 0.75rem 0; }
      .claims li { padding-left: 1.4em; text-indent: -1.4em; }
      .claims small { color: var(--muted); }
      .claims .fails > span { color: var(--bug); }
      .claims .holds > span { color: var(--fix); }
      .proof-diff { background: var(--code); padding: 0.5rem 0.75rem; overflow-x: auto; }
      .diff-old { color: var(--bug); }
      .diff-new { color: var(--fix); }
      .evidence.old { border-left: 4px dashed var(--line); padding-left: 0.75rem; filter: grayscale(1); }
      .plot { margin: 1rem 0; }
      .plot svg { display: block; max-width: 100%; height: auto; font: 0.8125rem var(--sans); }
      .plot text { fill: var(--text); }
      .plot .grid, .plot .axis { stroke: var(--line); stroke-width: 1; }
      .plot .axis { stroke: var(--muted); }
      .plot .curve { fill: none; stroke-width: 2; }
      .plot .curve.bug { stroke: var(--bug); stroke-dasharray: 6 4; }
      .plot .curve.fix { stroke: var(--fix); }
      .plot .dot.bug { fill: var(--page); stroke: var(--bug); stroke-width: 2; }
      .plot .dot.fix, .plot .bar.fix { fill: var(--fix); }
      .plot .bar.bug { fill: var(--bug-surface); stroke: var(--bug); stroke-width: 1.5; stroke-dasharray: 6 4; }
      .plot .scroll { overflow-x: auto; }
      .lanes svg { max-width: none; }
      .plot .lane { fill: var(--surface); stroke: var(--line); }
      .plot .event { fill: var(--raised); stroke: var(--muted); }
      .plot .event.last { fill: var(--bug-surface); stroke: var(--bug); stroke-width: 2; }
      .plot .link { stroke: var(--muted); }
      .plot figcaption, .plot summary { font-size: 0.9rem; color: var(--muted); }
      .states dt { font-weight: 600; }
      .states dd { margin: 0 0 0.5rem; }

      .finder { position: relative; flex: 1 1 12rem; max-width: 24rem; }
      .finder input {
        width: 100%;
        min-height: 2.5rem;
        padding: 0.35rem 0.75rem;
        border: 1px solid var(--muted);
        border-radius: 0.4rem;
        background: var(--page);
        color: var(--text);
        font: inherit;
      }
      .finder-panel {
        position: absolute;
        z-index: 10;
        top: calc(100% + 0.35rem);
        right: 0;
        width: min(34rem, calc(100vw - 2.5rem));
        max-height: 70vh;
        overflow: auto;
        padding: 0.75rem 1rem;
        border: 1px solid var(--line);
        border-radius: 0.5rem;
        background: var(--raised);
        box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 25%);
      }
      .finder-panel[hidden] { display: none; }
      .finder-panel mark, .results mark { background: var(--warning-surface); color: inherit; font-weight: 600; }
      .facets div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; margin-block: 0.4rem; }
      .facets button[aria-pressed=true] { background: var(--accent); color: var(--on-accent); }
      .index { columns: 18rem; }

      """#
    ),
    (
      "casebook.js",
      #"""
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

      """#
    ),
    (
      "contents.mustache",
      #"""
      {{! casebook-template 1 }}
      {{#hasContents}}
      <nav class="contents" id="contents" aria-label="On this page">
      <p class="label">On this page</p>
      <ol>
      {{#contents}}
      <li class="level-{{level}}"><a href="{{address}}">{{title}}</a></li>
      {{/contents}}
      </ol>
      </nav>
      {{/hasContents}}

      """#
    ),
    (
      "coverage.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{summary}}{{#hasStrengths}} What is verified rests on: {{strengths}}.{{/hasStrengths}}</p>
      </header>
      <div class="table" tabindex="0" role="group" aria-label="Cases and their checks">
      <table>
      <thead>
      <tr><th scope="col">Issue type</th><th scope="col">Case</th><th scope="col">State</th><th scope="col">Blocks verified</th><th scope="col">Checks</th></tr>
      </thead>
      <tbody>
      {{#rows}}
      <tr><td>{{issue}}</td><th scope="row"><a href="{{address}}">{{title}}</a></th><td>{{{state}}}</td><td>{{verified}}</td><td>{{#hasChecks}}{{#checks}}<code>{{text}}</code> {{/checks}}{{/hasChecks}}{{^hasChecks}}<span class="muted">none</span>{{/hasChecks}}</td></tr>
      {{/rows}}
      </tbody>
      </table>
      </div>
      {{#hasIdle}}
      <h2>Issue types without a case</h2>
      <ul>
      {{#idle}}
      <li><a href="{{address}}">{{title}}</a></li>
      {{/idle}}
      </ul>
      {{/hasIdle}}
      <h2>What the states mean</h2>
      <dl class="states">
      <dt>verified</dt><dd>A check ran the bug and the fix: red on the one, green on the other. Nothing has changed since.</dd>
      <dt>refuted</dt><dd>The document calls it a fix, and a check shows that it is none.</dd>
      <dt>stale</dt><dd>The code or its check changed after the last passing run.</dd>
      <dt>failing</dt><dd>The check does not prove what it should.</dd>
      <dt>unrun, skipped</dt><dd>A check is named and has no record of a passing run, or could not run.</dd>
      <dt>unlinked</dt><dd>No check runs it.</dd>
      </dl>
      <p>Run them all: <code>casebook check --all</code></p>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "document-row.mustache",
      #"""
      {{! casebook-template 1 }}
      <li>
      <a class="title" href="{{address}}">{{title}}</a>
      {{#hasSummary}}
      <p>{{summary}}</p>
      {{/hasSummary}}
      <p class="meta"><code>{{path}}</code></p>
      </li>

      """#
    ),
    (
      "document.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout with-contents">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <article>
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      {{#hasFindings}}
      <ul class="chips">
      <li><a class="chip found" href="#findings">{{findingCount}}</a></li>
      </ul>
      {{/hasFindings}}
      {{> facts}}
      {{#hasContents}}
      <p class="to-contents"><a href="#contents">On this page</a></p>
      {{/hasContents}}
      </header>
      <div class="body">
      {{{body}}}
      </div>
      {{> findings}}
      <footer class="page-footer">
      <p>Source: <code>{{source}}</code>{{#edit}} · <a href="{{address}}">{{title}}</a>{{/edit}}</p>
      </footer>
      </article>
      {{> after-content}}
      </main>
      {{> contents}}
      </div>
      {{> footer}}

      """#
    ),
    (
      "facts.mustache",
      #"""
      {{! casebook-template 1 }}
      {{#hasFacts}}
      <dl class="facts">
      {{#facts}}
      <div><dt>{{name}}</dt><dd>{{value}}</dd></div>
      {{/facts}}
      </dl>
      {{/hasFacts}}

      """#
    ),
    (
      "finder.js",
      #"""
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

      """#
    ),
    (
      "findings.mustache",
      #"""
      {{! casebook-template 1 }}
      {{#hasFindings}}
      <section class="findings" id="findings" aria-label="Findings">
      <h2>{{findingCount}} in the source</h2>
      <p class="note">What <code>casebook validate</code> says about <code>{{source}}</code>:</p>
      <ul>
      {{#findings}}
      <li class="{{severity}}"><span class="severity">{{severity}}</span> <span class="place">{{#edit}}<a href="{{address}}">{{title}}</a>{{/edit}}{{^edit}}line {{line}}{{/edit}}</span> <span class="message">{{message}} {{#page}}<a class="rule" href="{{address}}">{{rule}}</a>{{/page}}{{^page}}<code class="rule">{{rule}}</code>{{/page}}</span></li>
      {{/findings}}
      </ul>
      </section>
      {{/hasFindings}}

      """#
    ),
    (
      "footer-extra.mustache",
      #"""
      {{! casebook-template 1 }}

      """#
    ),
    (
      "footer.mustache",
      #"""
      {{! casebook-template 1 }}
      <footer class="site-footer">
      <p>{{siteTitle}}, built with Casebook. <a href="#top">Back to top</a></p>
      {{> footer-extra}}
      </footer>
      </body>
      </html>

      """#
    ),
    (
      "framework.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">One stage after the other; go back when one of them fails.</p>
      </header>
      <ol class="stages">
      {{#stages}}
      <li>
      <h2>{{name}}</h2>
      {{#hasHint}}
      <p>{{hint}}</p>
      {{/hasHint}}
      {{#hasExamples}}
      <p class="label">Steps that show it</p>
      <ul>
      {{#examples}}
      <li><a href="{{address}}">{{title}}</a></li>
      {{/examples}}
      {{#hasMore}}
      <li class="muted">and {{more}} more</li>
      {{/hasMore}}
      </ul>
      {{/hasExamples}}
      </li>
      {{/stages}}
      </ol>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "head-extra.mustache",
      #"""
      {{! casebook-template 1 }}

      """#
    ),
    (
      "head.mustache",
      #"""
      {{! casebook-template 1 }}
      <!DOCTYPE html>
      <html lang="{{language}}">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'">
      <meta name="color-scheme" content="light dark">
      <title>{{windowTitle}}</title>
      {{#hasDescription}}
      <meta name="description" content="{{description}}">
      {{/hasDescription}}
      {{#hasCanonical}}
      <link rel="canonical" href="{{canonical}}">
      {{/hasCanonical}}
      <link rel="icon" type="image/svg+xml" href="{{icon}}">
      <link rel="stylesheet" href="{{stylesheet}}">
      <script src="{{faceScript}}"></script>
      <script src="{{script}}" defer></script>
      {{> head-extra}}
      </head>

      """#
    ),
    (
      "header.mustache",
      #"""
      {{! casebook-template 1 }}
      <body>
      <a class="skip" href="#main">Skip to content</a>
      {{> body-start}}
      <header class="site-header" id="top">
      <a class="brand" href="{{home}}"><img src="{{icon}}" alt="" width="24" height="24">{{siteTitle}}</a>
      <nav class="site-nav" aria-label="Main">
      <ul>
      {{#navigation}}
      <li><a href="{{address}}"{{#isCurrent}} class="current"{{/isCurrent}}>{{title}}</a></li>
      {{/navigation}}
      </ul>
      </nav>
      {{#hasSearch}}
      <form class="finder" role="search" action="{{searchPage}}" data-root="{{root}}" data-script="{{searchScript}}">
      <label class="off" for="find">Search</label>
      <input type="search" id="find" name="q" placeholder="Search" autocomplete="off" spellcheck="false">
      </form>
      {{/hasSearch}}
      </header>

      """#
    ),
    (
      "home.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> before-content}}
      <header class="page-header hero">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{summary}}</p>
      </header>
      {{#isEmpty}}
      <p class="note">Nothing has been written yet. Begin with <code>casebook new</code>.</p>
      {{/isEmpty}}
      {{#hasIssues}}
      <section aria-label="Issue types">
      <h2>What kind of problem is it?</h2>
      <ul class="cards">
      {{#issues}}
      <li class="card">
      <h3><a href="{{address}}">{{name}}</a></h3>
      {{#hasTools}}
      <ul class="tools">
      {{#tools}}
      <li><code>{{text}}</code></li>
      {{/tools}}
      </ul>
      {{/hasTools}}
      <p class="meta">{{#hasCases}}{{caseCount}}{{/hasCases}}{{^hasCases}}No case yet{{/hasCases}}</p>
      </li>
      {{/issues}}
      </ul>
      </section>
      {{/hasIssues}}
      {{#hasCases}}
      <section aria-label="Cases">
      <h2>Cases</h2>
      {{#hasChecks}}
      <p>{{proved}} <a href="{{coverage}}">What is proved</a></p>
      {{/hasChecks}}
      <ul class="case-list">
      {{#latest}}
      {{> case-row}}
      {{/latest}}
      </ul>
      {{#hasMore}}
      <p><a class="more" href="{{allCases}}">All {{caseCount}}</a></p>
      {{/hasMore}}
      </section>
      {{/hasCases}}
      {{#hasDocuments}}
      <section aria-label="Documents">
      <h2>Documents</h2>
      <ul class="case-list">
      {{#documents}}
      {{> document-row}}
      {{/documents}}
      </ul>
      {{#hasMoreDocuments}}
      <p><a class="more" href="{{allDocuments}}">All {{documentCount}}</a></p>
      {{/hasMoreDocuments}}
      </section>
      {{/hasDocuments}}
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "icon.svg",
      #"""
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="2" y="3" width="20" height="18" rx="4" fill="#0b5cad"/><path d="M6 13h3l2-5 3 8 2-3h2" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>

      """#
    ),
    (
      "issue.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      </header>
      <section class="tools-first" aria-label="Tools">
      <h2>Tools</h2>
      {{#hasTools}}
      <ul class="tool-list">
      {{#tools}}
      {{> tool-entry}}
      {{/tools}}
      </ul>
      {{/hasTools}}
      {{^hasTools}}
      <p>No table of the knowledge base names tools for this issue type.</p>
      {{/hasTools}}
      </section>
      <section aria-label="Cases">
      <h2>Cases</h2>
      {{#hasCases}}
      <ul class="case-list">
      {{#cases}}
      {{> case-row}}
      {{/cases}}
      </ul>
      {{/hasCases}}
      {{^hasCases}}
      <p class="note">There is no case of this type yet. Write the first with <code>casebook new</code>.</p>
      {{/hasCases}}
      </section>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "listing.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{count}}</p>
      </header>
      {{#hasCases}}
      <ul class="case-list">
      {{#cases}}
      {{> case-row}}
      {{/cases}}
      </ul>
      {{/hasCases}}
      {{#hasDocuments}}
      <ul class="case-list">
      {{#documents}}
      {{> document-row}}
      {{/documents}}
      </ul>
      {{/hasDocuments}}
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "not-found.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">There is nothing at this address. It may have been renamed or removed.</p>
      </header>
      <p><a class="more" href="{{home}}">Go to the home page</a></p>
      {{#hasSearch}}
      <p><a class="more" href="{{searchPage}}">Search, or look through all cases</a></p>
      {{/hasSearch}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "pager.mustache",
      #"""
      {{! casebook-template 1 }}
      {{#hasPager}}
      <nav class="pager" aria-label="Other cases">
      {{#previous}}
      <a class="previous" href="{{address}}" rel="prev"><span class="label">Previous case</span> {{title}}</a>
      {{/previous}}
      {{#next}}
      <a class="next" href="{{address}}" rel="next"><span class="label">Next case</span> {{title}}</a>
      {{/next}}
      </nav>
      {{/hasPager}}

      """#
    ),
    (
      "rule-example.mustache",
      #"""
      {{! casebook-template 1 }}
      <p class="example">{{shows}}</p>
      {{#files}}
      {{#hasFiles}}
      <p class="note"><code>{{path}}</code></p>
      {{/hasFiles}}
      <figure class="code"><pre tabindex="0" role="group" aria-label="Example: {{shows}}"><code>{{#pieces}}{{#isFound}}<mark>{{text}}</mark>{{/isFound}}{{^isFound}}{{text}}{{/isFound}}{{/pieces}}</code></pre></figure>
      {{/files}}

      """#
    ),
    (
      "rule.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <article class="rule-page">
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{what}}</p>
      <p class="note">{{kind}}</p>
      </header>
      <section aria-label="Why">
      <h2>Why</h2>
      <p>{{why}}</p>
      </section>
      {{#hasFound}}
      <section aria-label="Found">
      <h2>Found</h2>
      {{#found}}
      {{> rule-example}}
      {{/found}}
      </section>
      {{/hasFound}}
      {{#hasNotFound}}
      <section aria-label="Not found">
      <h2>Not found</h2>
      {{#notFound}}
      {{> rule-example}}
      {{/notFound}}
      </section>
      {{/hasNotFound}}
      {{#hasNotUnderstood}}
      <section aria-label="Not understood">
      <h2>Not understood</h2>
      <p>Nothing is said about these; <code>casebook validate --verbose</code> names them.</p>
      {{#notUnderstood}}
      {{> rule-example}}
      {{/notUnderstood}}
      </section>
      {{/hasNotUnderstood}}
      <section aria-label="To silence it">
      <h2>To silence it</h2>
      {{#isSilenceable}}
      <p>For the next block, with the reason, which is required:</p>
      <figure class="code"><pre tabindex="0" role="group" aria-label="Comment that silences it"><code>&lt;!-- casebook-ignore {{id}}: why it is meant so --&gt;</code></pre></figure>
      <p>For the whole knowledge base, in <code>casebook.yml</code>:</p>
      <figure class="code"><pre tabindex="0" role="group" aria-label="Setting that turns it off"><code>rules:
        {{name}}: off</code></pre></figure>
      {{/isSilenceable}}
      {{^isSilenceable}}
      <p>This rule can't be silenced.</p>
      {{/isSilenceable}}
      </section>
      </article>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "rules.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{count}} of <code>casebook validate</code>. In the terminal: <code>casebook explain</code></p>
      </header>
      <ul class="rule-list">
      {{#rows}}
      <li class="{{severity}}"><a href="{{address}}">{{id}} {{name}}</a> <span class="severity">{{severity}}</span><br>{{what}}</li>
      {{/rows}}
      </ul>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "search.js",
      #"""
      // Search in the browser: the analyzer, the scorer and the tiers of `casebook search`, on parts of its index.
      //
      // `casebookSearch.open("search/")` gives an engine; `await engine.find("memory leak")` gives the same cases, scores and
      // order as the command line. Parts of the index are scripts that call `casebookSearch`: pages from a disk can't fetch.
      var casebookSearch = (function () {
        "use strict";

        // Texts are strings of bytes (U+0000 to U+00FF, UTF-8), so that lengths and order are those of the command line.
        const encoder = new TextEncoder();
        const decoder = new TextDecoder();
        function bytesOf(text) {
          let result = "";
          for (const byte of encoder.encode(text)) result += String.fromCharCode(byte);
          return result;
        }
        const textOf = (bytes) => decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
        const lowered = (bytes) => bytes.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
        const plainWords = (bytes) => lowered(bytes.replace(/[^A-Za-z0-9\x80-\xff]+/g, " ").replace(/^ | $/g, ""));
        const words = (text) => new Set(text.split(" "));

        /* The stemmer: Porter2, snowballstem.org, steps named as there. Y is a consonant y. */

        const irregular = new Map([
          ["skis", "ski"], ["skies", "sky"], ["dying", "die"], ["lying", "lie"], ["tying", "tie"], ["idly", "idl"],
          ["gently", "gentl"], ["ugly", "ugli"], ["early", "earli"], ["only", "onli"], ["singly", "singl"],
          ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word) => [word, word])]);
        const finished = words("inning outing canning herring earring proceed exceed succeed");
        const second = pairs("ational ate ization ize fulness ful ousness ous iveness ive tional tion biliti ble " +
          "lessli less entli ent ation ate alism al aliti al ousli ous iviti ive fulli ful enci ence anci ance abli able " +
          "izer ize ator ate alli al bli ble");
        const third = pairs("ational ate tional tion alize al icate ic iciti ic ical ic ness - ful -");
        const fourth = pairs("ement - ance - ence - able - ible - ment - ant - ent - ism - ate - iti - ous - ive - ize - " +
          "al - er - ic -");

        function pairs(text) {
          const parts = text.split(" ");
          return parts.flatMap((end, place) => place % 2 ? [] : [[end, parts[place + 1].replace("-", "")]]);
        }

        const endsShort = (word) =>
          /^[aeiouy][^aeiouy]$/.test(word) || /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word);

        function stem(word) {
          if (!/^[a-z]{3,}$/.test(word)) return word;
          if (irregular.has(word)) return irregular.get(word);
          word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
          const region = (start) => {
            const match = /^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(word.slice(start));
            return match ? start + match[0].length : word.length;
          };
          const special = /^(?:gener|commun|arsen)/.exec(word);
          const r1 = special ? special[0].length : region(0);
          const r2 = region(r1);
          // Replaces the first ending of a list that fits, if it stands in a region; tells whether one fits.
          const replace = (list, start) => {
            const found = list.find(([end]) => word.endsWith(end));
            if (found && word.length - found[0].length >= start) word = word.slice(0, -found[0].length) + found[1];
            return Boolean(found);
          };
          // 1a
          if (word.endsWith("sses")) word = word.slice(0, -2);
          else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
          else if (/[^us]s$/.test(word) && /[aeiouy]/.test(word.slice(0, -2))) word = word.slice(0, -1);
          if (!finished.has(word)) {
            // 1b
            const ending = /(eedly|eed|ingly|edly|ing|ed)$/.exec(word);
            if (ending && ending[0].startsWith("ee")) {
              if (ending.index >= r1) word = word.slice(0, ending.index) + "ee";
            } else if (ending && /[aeiouy]/.test(word.slice(0, ending.index))) {
              word = word.slice(0, ending.index);
              if (/(at|bl|iz)$/.test(word)) word += "e";
              else if (/([bdfgmnprt])\1$/.test(word)) word = word.slice(0, -1);
              else if (word.length <= r1 && endsShort(word)) word += "e";
            }
            // 1c
            if (/.[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + "i";
            // 2
            if (!replace(second, r1)) {
              if (word.endsWith("logi") && word.length - 3 >= r1) word = word.slice(0, -1);
              else if (/[cdeghkmnrt]li$/.test(word) && word.length - 2 >= r1) word = word.slice(0, -2);
            }
            // 3
            if (!word.endsWith("ative")) replace(third, r1);
            else if (word.length - 5 >= r2) word = word.slice(0, -5);
            // 4
            if (!replace(fourth, r2) && /[st]ion$/.test(word) && word.length - 3 >= r2) word = word.slice(0, -3);
            // 5
            const rest = word.slice(0, -1);
            if (word.endsWith("e")) {
              if (rest.length >= r2 || rest.length >= r1 && !endsShort(rest)) word = rest;
            } else if (word.endsWith("ll") && rest.length >= r2) word = rest;
          }
          return word.replace(/Y/g, "y");
        }

        /* The analyzer: a run of bytes gives terms in order, and compounds beside them. */

        const longestTerm = 64;
        const stopWords = words("a about above after again against all also am an and any are arent as at be because been " +
          "before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down " +
          "during each few for from further had hadnt has hasnt have havent having he her here hers herself him himself " +
          "his how i if in into is isnt it its itself just me might more most must my myself no nor not now of off on once " +
          "only or other our ours ourselves out over own same shall she should shouldnt so some such than that the their " +
          "theirs them themselves then there these they this those through to too under until up upon us very was wasnt we " +
          "were werent what when where which while who whom whose why will with wont would wouldnt yet you your yours " +
          "yourself yourselves ive im id youre theyre thats whats lets may");
        // U+00C0 to U+017F without marks; a digit stands for two letters, a blank for none.
        const latin = "aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2y" +
          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkk" +
          "llllllllllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
        const doubles = { 1: "ae", 2: "th", 3: "ss", 4: "ij", 5: "oe" };
        const within = (scalar, ranges) => {
          for (let place = 0; place < ranges.length; place += 2) {
            if (scalar >= ranges[place] && scalar <= ranges[place + 1]) return true;
          }
          return false;
        };
        const marks = [0x300, 0x36F, 0x483, 0x489, 0x591, 0x5BD, 0x610, 0x61A, 0x64B, 0x65F, 0x1AB0, 0x1AFF, 0x20D0, 0x20FF,
          0xFE00, 0xFE0F, 0x200D, 0x200D];
        const separators = [0x2B0, 0x2FF, 0x80, 0xBF, 0xD7, 0xD7, 0xF7, 0xF7, 0x2000, 0x206F, 0x20A0, 0x20CF, 0x2190, 0x2BFF,
          0x2E00, 0x2E7F, 0x3000, 0x303F, 0xFF00, 0xFF0F, 0xFF1A, 0xFF20, 0xFF3B, 0xFF40, 0xFF5B, 0xFF65, 0xE000, 0xF8FF,
          0xFFF0, 0xFFFF, 0x1F000, 0x1FAFF, 0xE0000, 0x10FFFF];
        const ideographs = [0x3040, 0x30FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xAC00, 0xD7AF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF];

        // Greek and Cyrillic letters that have a small form; others stay as they are.
        const capitals = [0x386, 0x3A9, 0x400, 0x42F, 0x460, 0x481, 0x48A, 0x4BF, 0x4D0, 0x52F];

        // A run as units: folded bytes and a kind: lower, Upper, digit, joiner (-), ideograph, separator (" ").
        function unitsOf(run) {
          const units = [];
          const add = (bytes, kind) => units.push({ bytes, kind });
          for (let index = 0; index < run.length;) {
            const first = run.charCodeAt(index);
            if (first < 0x80) {
              const byte = run[index++];
              if (/[A-Z]/.test(byte)) add(byte.toLowerCase(), "U");
              else add(byte, /[a-z]/.test(byte) ? "l" : /[0-9]/.test(byte) ? "d" : "-");
              continue;
            }
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
            let scalar = first & (0xFF >> (length + 1));
            for (let offset = 1; offset < length; offset++) {
              const next = run.charCodeAt(index + offset);
              if ((next & 0xC0) !== 0x80) length = 1; else scalar = scalar << 6 | next & 0x3F;
            }
            const bytes = run.slice(index, index + length);
            index += length;
            if (length === 1) add("", " ");
            else if (scalar === 0x2019) add("'", "-");
            else if (scalar === 0xAA || scalar === 0xB5 || scalar === 0xBA) add(bytes, "l");
            else if (within(scalar, marks)) continue;
            else if (within(scalar, separators)) add("", " ");
            else if (within(scalar, ideographs)) add(bytes, "i");
            else if (scalar >= 0xC0 && scalar <= 0x17F) {
              const letter = latin[scalar - 0xC0];
              for (const one of doubles[letter] || letter.trim()) add(one, "l");
            } else {
              const letter = String.fromCodePoint(scalar);
              const small = within(scalar, capitals) ? letter.toLowerCase() : letter;
              add(bytesOf(small), small === letter ? "l" : "U");
            }
          }
          return units;
        }

        const joined = (units) => units.map((unit) => unit.bytes).join("");
        const splitAt = (units, isCut) => {
          const result = [[]];
          for (const unit of units) if (isCut(unit)) result.push([]); else result[result.length - 1].push(unit);
          return result;
        };

        function analyzeRun(run, found) {
          const addSequence = (term) => { if (term) found.sequence.push(term.slice(0, longestTerm)); };
          const addWord = (word) => { if (!stopWords.has(word)) addSequence(stem(word)); };
          if (/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]*)$/.test(run)) return addWord(run.toLowerCase());

          // A whole or a piece, unless it is too long, or all there is since a place is the same word.
          function addExtra(term, since) {
            const isAll = found.sequence.length - since === 1 && found.sequence[since] === term;
            if (term.length <= longestTerm && !isAll) found.extra.push(term);
          }
          // `HTTPServer2` → `http`, `server`, `2`; gives their number.
          function addParts(piece) {
            let count = 0;
            let start = 0;
            for (let index = 1; index <= piece.length; index++) {
              const before = piece[index - 1].kind;
              const here = index < piece.length ? piece[index].kind : "";
              const next = index + 1 < piece.length ? piece[index + 1].kind : here;
              const isBoundary = !here || (before === "d") !== (here === "d") || before === "l" && here === "U" ||
                before === "U" && here === "U" && next === "l";
              if (!isBoundary) continue;
              const part = joined(piece.slice(start, index));
              if (piece[start].kind === "d") addSequence(part); else addWord(part);
              start = index;
              count++;
            }
            return count;
          }
          // Without joiners at the ends, but with the `++` of `C++` and the `#` of `C#`.
          function trimmed(units) {
            let start = 0;
            let end = units.length;
            while (start < end && units[start].kind === "-") start++;
            while (end > start && units[end - 1].kind === "-") end--;
            const tail = joined(units.slice(end));
            if (end - start >= 1 && end - start <= 2) {
              if (tail.startsWith("++")) end += 2; else if (tail.startsWith("#")) end++;
            }
            return units.slice(start, end);
          }
          function addCompound(all) {
            const units = trimmed(all);
            if (!units.length) return;
            const mark = units.findIndex((unit) => unit.kind === "-" && unit.bytes === "'");
            if (mark >= 0) {
              if (units.length - mark === 2 && units[mark + 1].bytes === "s") return addCompound(units.slice(0, mark));
              return addCompound(units.filter((unit) => unit.bytes !== "'"));
            }
            if (units.some((unit) => unit.kind === "i")) return addBigrams(units);
            const before = found.sequence.length;
            const pieces = splitAt(units, (unit) => unit.kind === "-").filter((piece) => piece.length)
              .map((units) => ({ units, parts: addParts(units) }));
            if (pieces.length === 1 && pieces[0].parts === 1 && pieces[0].units.length === units.length) return;
            addExtra(joined(units), before);
            if (pieces.length < 2) return;
            for (const piece of pieces) if (piece.parts > 1) addExtra(joined(piece.units), before);
          }
          // `数据库` → `数据`, `据库`; letters between ideographs stay words.
          function addBigrams(units) {
            for (let index = 0; index < units.length;) {
              let end = index;
              while (end < units.length && (units[end].kind === "i") === (units[index].kind === "i")) end++;
              const run = units.slice(index, end);
              if (run[0].kind !== "i") addCompound(run);
              else if (run.length === 1) addSequence(run[0].bytes);
              else for (let place = 1; place < run.length; place++) addSequence(run[place - 1].bytes + run[place].bytes);
              index = end;
            }
          }
          for (const part of splitAt(unitsOf(run), (unit) => unit.kind === " ")) addCompound(part);
        }

        // analyze("MyClass.doSomething") → {sequence: ["my", "class", "do", …], extra: ["myclass.dosomething", …]}
        function analyze(bytes) {
          const found = { sequence: [], extra: [] };
          for (const run of bytes.match(/[A-Za-z0-9\x80-\xff\-_.:\/@'+#]+/g) || []) {
            const trimmed = run.replace(/[-_.:\/@']+$/, "").replace(/^[-_.:\/@'+#]+/, "");
            if (trimmed) analyzeRun(trimmed, found);
          }
          return found;
        }

        /* The scorer: BM25 in integers. */

        const frequencies = [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 36, 48, 80];
        const whole = (a, b) => Math.floor(a / b);

        // Logarithm to base two in 256ths.
        function log2(value) {
          let exponent = 0;
          while (2 ** (exponent + 1) <= value) exponent++;
          let mantissa = Math.floor(value * 2 ** (15 - exponent));
          let fraction = 0;
          for (let bit = 0; bit < 8; bit++) {
            mantissa = whole(mantissa * mantissa, 32768);
            fraction *= 2;
            if (mantissa >= 65536) {
              mantissa >>= 1;
              fraction++;
            }
          }
          return exponent * 256 + fraction;
        }

        const lengthOf = (index) => index < 16 ? index : (16 + index % 16) * 2 ** (whole(index, 16) - 1) +
          whole(2 ** (whole(index, 16) - 1), 2);

        // Impacts of a frequency's class at each length's class.
        function impactsOf(root) {
          return frequencies.map((frequency) => root.classes.map((index) => {
            const share = whole(lengthOf(index) * Math.max(root.cases, 1) * 1000, Math.max(root.length, 1));
            const norm = whole(2 * 1700 * (1000 * 250 + 750 * share), 1000000);
            return Math.min(whole(4095 * 1000 * frequency, 1000 * frequency + norm), 65535);
          }));
        }

        /* Parts of the index. */

        // Lets the page breathe: long work is cut into pieces of some ten milliseconds.
        let since = 0;
        async function pause() {
          if (performance.now() - since < 10) return;
          await new Promise((resolve) => setTimeout(resolve));
          since = performance.now();
        }

        const parts = {};

        // What the scripts of the index call.
        function take(name, ...texts) {
          parts[name] = texts;
        }

        function loadScript(address) {
          return new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = address;
            script.onload = () => { script.remove(); resolve(); };
            script.onerror = () => { script.remove(); reject(new Error("cannot load " + address)); };
            document.head.append(script);
          });
        }

        // Keys of a leaf: a capital for what is shared with the one before, then the rest.
        function readKeys(text) {
          let last = "";
          return (text.match(/[A-Z][^A-Z]*/g) || []).map((entry) => {
            last = last.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
            return last;
          });
        }

        class Bits {
          constructor(text) {
            this.bytes = atob(text + "AAA".slice((text.length + 3) % 4));
            this.place = 0;
          }
          bit() {
            const bit = this.bytes.charCodeAt(this.place >> 3) >> (7 - (this.place & 7)) & 1;
            this.place++;
            return bit;
          }
          number(width) {
            let value = 0;
            for (let count = 0; count < width; count++) value = value * 2 + this.bit();
            return value;
          }
          unary() {
            let value = 0;
            while (this.bit()) value++;
            return value;
          }
          gamma() {
            const width = this.unary();
            return 2 ** width + this.number(width);
          }
        }

        // Likeliest classes first; a list of four or more names its order.
        const orders = [[1, 2, 3], [1, 0, 2], [0, 1, 2], [2, 1, 3]].map((first) =>
          first.concat(frequencies.map((_, index) => index).filter((index) => !first.includes(index))));

        function readList(bits, documents) {
          const count = bits.gamma();
          const list = { count, documents: [], classes: [] };
          let shift = 0;
          while (shift < 30 && count * 2 ** (shift + 1) * 100 <= documents * 69) shift++;
          const order = orders[count >= 4 ? bits.number(2) : 0];
          let last = -1;
          for (let index = 0; index < count; index++) {
            if (count === 1) last = bits.number(Math.floor(Math.log2(Math.max(documents - 1, 1))) + 1);
            else last += bits.unary() * 2 ** shift + bits.number(shift) + 1;
            list.documents.push(last);
            list.classes.push(order[bits.unary()]);
          }
          return list;
        }

        class Parts {
          constructor(folder, load, mark = "") {
            Object.assign(this, { folder, load, mark });
            this.leaves = {};
            this.loading = {};
          }
          open() {
            this.opening = this.opening || this.part("root", "root.js" + this.mark).then(([text]) => this.read(text));
            return this.opening;
          }
          read(text) {
            const root = this.root = JSON.parse(text);
            this.separators = {};
            for (const table of Object.keys(root.leaves)) this.separators[table] = readKeys(root.leaves[table]);
            const codes = Array.from({ length: 256 }, (_, digit) => {
              const code = 40 + digit + (40 + digit >= 0x5C ? 1 : 0);
              return String.fromCharCode(code + (code >= 0x7F ? 0x22 : 0));
            });
            const digits = new Map(codes.map((code, digit) => [code, digit]));
            this.lengths = Uint8Array.from(root.lengths, (digit) => digits.get(digit));
            this.impacts = impactsOf(root);
          }
          async part(name, file) {
            if (!parts[name]) await this.load(this.folder + (file || this.root.files + name + ".js"));
            if (!parts[name]) throw new Error("the search data lacks " + name);
            return parts[name];
          }
          json(name) {
            return this.loading[name] = this.loading[name] || this.part(name).then((texts) => JSON.parse(texts[0]));
          }
          // The leaf in which a key stands, if anywhere.
          place(table, key) {
            const keys = this.separators[table];
            let [low, high] = [0, keys.length];
            while (low < high) {
              const middle = (low + high) >> 1;
              if (keys[middle] <= key) low = middle + 1; else high = middle;
            }
            return low;
          }
          leaf(table, number) {
            const name = table + number;
            return this.loading[name] = this.loading[name] || this.part(name).then(([keys, text]) => {
              const bits = new Bits(text);
              const entries = new Map();
              for (const key of readKeys(keys)) {
                entries.set(key, table === "s" ? bits.gamma() : readList(bits, this.root.cases));
              }
              return this.leaves[name] = entries;
            });
          }
          // Loads the leaves of some keys side by side.
          need(keys) {
            const known = keys.filter(([table]) => !this.isEmpty(table));
            return Promise.all(known.map(([table, key]) => this.leaf(table, this.place(table, key))));
          }
          isEmpty(table) { return !(table in this.separators); }
          // An entry whose leaf is there.
          entry(table, key) {
            const leaf = this.leaves[table + this.place(table, key)];
            return leaf && leaf.get(key);
          }
          // All entries that begin with a text, sorted.
          async beginning(table, start) {
            if (this.isEmpty(table)) return [];
            const [first, last] = [this.place(table, start), this.place(table, start + "\u00ff")];
            const numbers = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
            const leaves = await Promise.all(numbers.map((number) => this.leaf(table, number)));
            return leaves.flatMap((leaf) => [...leaf]).filter(([key]) => key.startsWith(start));
          }
        }

        /* The query: words, quoted phrases, excluded words, filters; nothing else is syntax. */

        function parse(text, filters) {
          const bytes = bytesOf(text).slice(0, 4096);
          const query = { words: "", phrases: [], excluded: [], filters: {} };
          const add = (word) => { query.words += (query.words ? " " : "") + word; };
          let index = 0;
          let hasOpenQuote = false;
          // A quoted text from here on; nothing where no quote closes.
          function quoted() {
            if (bytes[index] !== '"' || hasOpenQuote) return null;
            const end = bytes.indexOf('"', index + 1);
            hasOpenQuote = end < 0;
            if (hasOpenQuote) return null;
            const phrase = bytes.slice(index + 1, end);
            index = end + 1;
            return phrase;
          }
          // `tag:oom`, `tool:"slow query log"`.
          function filterIn(word) {
            const colon = word.indexOf(":");
            const name = word.slice(0, Math.max(colon, 0));
            if (!filters.includes(name)) return false;
            let value = word.slice(colon + 1);
            if (value.startsWith('"')) {
              index -= value.length;
              const phrase = quoted();
              if (phrase === null) index += value.length;
              value = phrase === null ? value.slice(1) : phrase;
            }
            if (value) (query.filters[name] = query.filters[name] || []).push(value);
            return Boolean(value);
          }
          for (;;) {
            while (index < bytes.length && bytes[index] <= " ") index++;
            if (index >= bytes.length) return query;
            const phrase = quoted();
            if (phrase !== null) {
              if (/[^\x00-\x20]/.test(phrase)) {
                query.phrases.push(phrase);
                add(phrase);
              }
              continue;
            }
            const start = index;
            while (index < bytes.length && bytes[index] > " ") index++;
            const word = bytes.slice(start, index);
            if (filterIn(word)) continue;
            if (/^-[A-Za-z0-9\x80-\xff]/.test(word)) query.excluded.push(word.slice(1));
            else add(word);
          }
        }

        // Edits between two words, a swap of neighbours being one; nothing above a limit.
        function distance(a, b, limit) {
          if (Math.abs(a.length - b.length) > limit) return null;
          let [beforeLast, last] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)];
          for (let i = 1; i <= a.length; i++) {
            const row = [i];
            for (let j = 1; j <= b.length; j++) {
              const cost = a[i - 1] === b[j - 1] ? 0 : 1;
              row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
              if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
              }
            }
            if (Math.min(...row) > limit) return null;
            [beforeLast, last] = [last, row];
          }
          return last[b.length] <= limit ? last[b.length] : null;
        }

        // The hash of a name, FNV-1a, as seven digits to the base 32.
        function hashOf(name) {
          let hash = 0x811C9DC5;
          for (const byte of name) hash = Math.imul(hash ^ byte.charCodeAt(0), 0x01000193) >>> 0;
          return hash.toString(32).padStart(7, "0");
        }

        const mostTerms = 128;
        const mostRanked = 1000;
        const enough = 3;
        const tiers = ["id", "title", "symptom"];

        /* The engine. */

        class Engine {
          constructor(index) { this.index = index; }

          // Where a term stands: pairs, plain words and other terms are tables of their own.
          static table(term) { return term.includes(" ") ? "p" : /^[a-z]+$/.test(term) ? "w" : "x"; }

          term(term) { return this.index.entry(Engine.table(term), term); }

          need(terms) { return this.index.need(terms.map((term) => [Engine.table(term), term])); }

          // Answers a query with at most so many cases: {total, mode, hits: [{number, score, tier, id, title, …}]}.
          async find(text, limit = 10) {
            const { index } = this;
            try {
              await index.open();
              const query = parse(text, index.root.filters);
              return await new Run(this, query).work(Math.min(Math.max(limit, 0), mostRanked));
            } catch (error) {
              // The site may have been built anew since the root was loaded: then its other parts are gone.
              if (index !== this.index) return this.find(text, limit);
              for (const name of Object.keys(parts)) delete parts[name];
              this.index = new Parts(index.folder, index.load, "?" + Date.now());
              await this.index.open();
              if (!index.root || index.root.files === this.index.root.files) throw error;
              return this.find(text, limit);
            }
          }

          // What would remain with each value of each filter, the commonest first: {type: [["Memory leaks", 3], …], …}.
          async facets({ run }) {
            const result = {};
            for (const name of this.index.root.filters) {
              let fitting = run.seen;
              if (run.query.filters[name]) {
                const others = await this.allowed(run.query, name);
                fitting = new Set(run.lookups.flatMap(([asked, isAll]) => this.ranked(asked, isAll, others).fitting));
                for (let number = 0; !run.query.words && number < this.index.root.cases; number++) {
                  if (!others || others[number]) fitting.add(number);
                }
              }
              await this.index.beginning("f", name + " ");
              const values = [];
              for (const [number, value] of (await this.values(name)).entries()) {
                const count = (await this.valued(name, number)).filter((document) => fitting.has(document)).length;
                if (count) values.push([value, count]);
                await pause();
              }
              result[name] = values.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
            }
            return result;
          }

          // Loads the leaves of terms and of the pairs that may stand among them, then looks them up.
          async ask(terms) {
            const keys = terms.sequence.slice(0, mostTerms).filter((term) =>
              !(terms.sequence.length >= 4 && term.length === 1 && term >= "a"));
            const neighbours = keys.slice(1).map((term, place) => keys[place] + " " + term);
            const room = Math.max(mostTerms - terms.sequence.length, 0);
            const extra = terms.extra.slice(0, room);
            await this.need([...keys, ...neighbours, ...extra]);
            await pause();
            const asked = { words: new Map(), extras: [], pairs: [], unknown: [] };
            let previous = null;
            for (const term of keys) {
              const entry = this.term(term);
              if (!entry) {
                if (!asked.unknown.includes(term)) asked.unknown.push(term);
                previous = null;
                continue;
              }
              const word = asked.words.get(term);
              if (word) word.count++; else asked.words.set(term, { entry, count: 1 });
              const pair = previous !== null && this.term(previous + " " + term);
              if (pair) asked.pairs.push(pair);
              previous = term;
            }
            asked.extras = extra.map((term) => this.term(term)).filter(Boolean);
            return asked;
          }

          idf(list) { return Math.max(log2(2 * this.index.root.cases + 2) - log2(2 * list.count + 1), 1); }

          // Cases that hold all or some of a query's words: the best with their scores, and all.
          ranked(asked, isAll, allowed) {
            const { cases } = this.index.root;
            const { impacts, lengths } = this.index;
            const scores = new Uint32Array(cases);
            const held = new Uint8Array(cases);
            if (isAll && (asked.unknown.length || !asked.words.size)) return { documents: [], fitting: [] };
            const add = (list, weight) => list.documents.forEach((document, place) => {
              scores[document] += weight * impacts[list.classes[place]][lengths[document]];
            });
            for (const { entry, count } of asked.words.values()) {
              add(entry, this.idf(entry) * count);
              if (isAll) for (const document of entry.documents) held[document]++;
            }
            for (const extra of asked.extras) add(extra, this.idf(extra));
            for (const pair of asked.pairs) add(pair, whole(this.idf(pair) * 56, 256));
            const fitting = [];
            scores.forEach((score, document) => {
              if (score && (!isAll || held[document] === asked.words.size) && (!allowed || allowed[document])) {
                fitting.push(document);
              }
            });
            const documents = fitting.map((document) => [document, scores[document]]);
            documents.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
            return { documents: documents.slice(0, mostRanked), fitting };
          }

          // Cases that hold all of some terms.
          async holding(terms) {
            await this.need(terms);
            const lists = terms.map((term) => new Set((this.term(term) || { documents: [] }).documents));
            return lists.length ? [...lists[0]].filter((document) => lists.every((list) => list.has(document))) : [];
          }

          // The cases of a filter's value.
          async valued(name, number) {
            const key = name + " " + number;
            await this.index.need([["f", key]]);
            return (this.index.entry("f", key) || { documents: [] }).documents;
          }

          async values(name) { return (await this.index.json("v"))[name] || []; }

          // The cases that filters, exclusions and phrases leave; nothing where they leave all.
          async allowed(query, ignored) {
            const filters = Object.keys(query.filters).filter((name) => name !== ignored);
            if (!filters.length && !query.excluded.length && !query.phrases.length) return null;
            const allowed = new Uint8Array(this.index.root.cases).fill(1);
            const keep = (documents) => {
              const kept = new Set(documents);
              allowed.forEach((isAllowed, document) => { if (!kept.has(document)) allowed[document] = 0; });
            };
            for (const name of filters) {
              const wanted = new Set(query.filters[name].map(plainWords));
              const numbers = (await this.values(name)).flatMap((value, number) =>
                wanted.has(plainWords(bytesOf(value))) ? [number] : []);
              keep((await Promise.all(numbers.map((number) => this.valued(name, number)))).flat());
            }
            for (const word of query.excluded) {
              for (const document of await this.holding(analyze(word).sequence)) allowed[document] = 0;
            }
            for (const phrase of query.phrases.map(plainWords).filter(Boolean)) {
              const { sequence } = analyze(phrase);
              if (sequence.length) keep(await this.holding(sequence));
              const candidates = [];
              allowed.forEach((isAllowed, document) => { if (isAllowed) candidates.push(document); });
              const texts = await this.cased("t", candidates);
              keep(candidates.filter((document, place) =>
                texts[place].some((text) => (" " + bytesOf(text) + " ").includes(" " + phrase + " "))));
            }
            return allowed;
          }

          // Cards or texts of cases.
          cased(kind, numbers) {
            const size = this.index.root.casesInFile;
            return Promise.all(numbers.map(async (number) =>
              (await this.index.json(kind + whole(number, size)))[number % size]));
          }
        }

        // One query on its way through the tiers.
        class Run {
          constructor(engine, query) {
            Object.assign(this, { engine, index: engine.index, query, found: [], seen: new Set(), lookups: [], read: [] });
          }

          async work(limit) {
            const { query } = this;
            this.allowed = await this.engine.allowed(query);
            if (query.words) await this.search(); else this.listAllowed();
            const has = (...names) => this.found.some((hit) => names.includes(hit.tier));
            const hits = this.found.slice(0, limit);
            const cards = await this.engine.cased("c", hits.map((hit) => hit.number));
            hits.forEach((hit, place) => {
              const [id, title, type, summary, address] = cards[place];
              Object.assign(hit, { id, title, type, summary, address: address || "cases/" + id + ".html" });
            });
            return {
              hits, total: this.seen.size, read: this.read, run: this,
              mode: has("id", "title", "symptom", "all") || !has("typo", "prefix", "synonym", "partial") ? "all"
                : has("typo", "prefix", "synonym") ? "fuzzy" : "any"
            };
          }

          listAllowed() {
            const { filters, excluded } = this.query;
            if (!Object.keys(filters).length && !excluded.length) return;
            for (let number = 0; number < this.index.root.cases; number++) {
              if (this.allowed[number]) this.take(number, 0, "all");
            }
          }

          take(number, score, tier) {
            if (this.seen.has(number)) return;
            this.seen.add(number);
            this.found.push({ number, score, tier });
          }

          async search() {
            const { engine, query, index } = this;
            const whole = plainWords(query.words);
            const terms = await this.terms();
            const name = hashOf(whole);
            const [asked] = await Promise.all([engine.ask(terms), index.need([["n", name]])]);
            this.exact(index.entry("n", name), asked);
            this.look(asked, true, "all");
            if (asked.unknown.length) await this.readOtherwise(terms, asked);
            if (this.seen.size < enough) {
              for (const number of await this.meant(whole)) {
                if (!this.allowed || this.allowed[number]) this.take(number, 0, "synonym");
              }
            }
            if (this.seen.size < enough) this.look(asked, false, "partial");
          }

          // The terms of a query. A word that is known as the name of something is not stemmed: `insertall`.
          async terms() {
            const { engine, query } = this;
            const terms = analyze(query.words);
            terms.sequence.length = Math.min(terms.sequence.length, mostTerms);
            this.written = new Map();
            const single = query.words.split(/[\x00-\x20]+/).map((word) => ({ word, found: analyze(word) }))
              .filter(({ found }) => !found.extra.length && found.sequence.length === 1);
            await engine.need(single.map(({ found }) => found.sequence[0]));
            const unknown = single.filter(({ found }) => !engine.term(found.sequence[0]));
            await engine.need(unknown.map(({ word }) => plainWords(word)));
            for (const { word, found: { sequence: [term] } } of single) {
              const plain = plainWords(word);
              if (!engine.term(term) && engine.term(plain)) {
                terms.sequence = terms.sequence.map((other) => other === term ? plain : other);
              } else if (/[a-z\x7b-\xff]/.test(word)) {
                // Words in capitals are names, never read as others: `ENOSPC`.
                this.written.set(term, plain);
              }
            }
            return terms;
          }

          // Cases whose name or statement is the query, word for word: by a hash, and since they hold all its words.
          exact(entry, asked) {
            if (!entry) return;
            const holders = asked.words.size ? new Set(this.engine.ranked(asked, true, null).fitting) : null;
            tiers.forEach((tier, place) => entry.documents.forEach((number, item) => {
              const isAllowed = !this.allowed || this.allowed[number];
              if (entry.classes[item] === place && isAllowed && (!holders || holders.has(number))) this.take(number, 0, tier);
            }));
          }

          look(asked, isAll, tier) {
            const ranked = this.engine.ranked(asked, isAll, this.allowed);
            if (ranked.fitting.length) this.lookups.push([asked, isAll]);
            for (const [number, score] of ranked.documents) this.take(number, score, tier);
            for (const number of ranked.fitting) this.seen.add(number);
          }

          // Reads words that no case holds as what they may begin or misspell.
          async readOtherwise(terms, asked) {
            const last = terms.sequence[terms.sequence.length - 1];
            if (asked.unknown.length === 1 && asked.unknown[0] === last) await this.readAsBeginning(terms, last);
            if (this.seen.size >= enough) return;
            const sequence = [];
            for (const word of terms.sequence) {
              const written = asked.unknown.includes(word) ? this.written.get(word) : undefined;
              const near = written === undefined ? null : await this.nearest(written);
              if (near) this.read.push([written, near]);
              sequence.push(near ? stem(near) : word);
            }
            if (sequence.every((word, place) => word === terms.sequence[place])) return;
            const before = this.seen.size;
            const reread = await this.engine.ask({ sequence, extra: [] });
            this.look(reread, true, "typo");
            // A misspelt word counts for the search by some words too.
            if (this.seen.size === before) this.look(reread, false, "partial");
          }

          // Takes cases that hold a word that begins with the last one: the best of the readings decides.
          async readAsBeginning(terms, last) {
            if (last.length < 2) return;
            const found = (await Promise.all(["w", "x"].map((table) => this.index.beginning(table, last)))).flat()
              .filter(([term]) => term.length > last.length);
            found.sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
            const scores = new Map();
            for (const [term] of found.slice(0, 64)) {
              const asked = await this.engine.ask({ sequence: [...terms.sequence.slice(0, -1), term], extra: terms.extra });
              this.lookups.push([asked, true]);
              for (const [number, score] of this.engine.ranked(asked, true, this.allowed).documents) {
                scores.set(number, Math.max(scores.get(number) || 0, score));
              }
            }
            for (const [number, score] of [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
              this.take(number, score, "prefix");
            }
          }

          // The word nearest to one of four letters or more: one edit up to seven letters, two above.
          async nearest(word) {
            if (!/^[a-z]{4,}$/.test(word)) return null;
            let limit = word.length <= 7 ? 1 : 2;
            let best = null;
            for (const [known, count] of await this.index.beginning("s", word[0])) {
              if (Math.abs(known.length - word.length) > limit) continue;
              await pause();
              const edits = known.length < 3 ? null : distance(word, known, limit);
              if (edits === null) continue;
              if (!best || edits < limit || count > best.count) best = { known, count };
              limit = edits;
            }
            return best && best.known;
          }

          // Cases of the issue types for which a query stands, word for word.
          async meant(whole) {
            const key = "=" + whole;
            await this.index.need([["f", key]]);
            const types = this.index.entry("f", key);
            if (!types) return [];
            const lists = await Promise.all(types.documents.map((number) => this.engine.valued("type", number)));
            return [...new Set(lists.flat())].sort((a, b) => a - b);
          }
        }

        take.analyze = (text) => {
          const { sequence, extra } = analyze(bytesOf(text));
          return { sequence: sequence.map(textOf), extra: extra.map(textOf) };
        };
        take.open = (folder, load = loadScript) => new Engine(new Parts(folder, load));
        return take;
      })();

      """#
    ),
    (
      "search.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">Words, "a phrase", <code>-without</code>, <code>type:</code>, <code>tool:</code>, <code>tag:</code> in the field above. In the terminal: <code>casebook search</code></p>
      </header>
      <section class="results" aria-label="Results"></section>
      <section aria-label="All cases by title">
      <h2>All cases, A to Z</h2>
      <ul class="index">
      {{#cases}}
      <li><a href="{{address}}">{{title}}</a></li>
      {{/cases}}
      </ul>
      </section>
      {{#hasIssues}}
      <section aria-label="Tools by issue type">
      <h2>Tools by issue type</h2>
      <dl class="index">
      {{#issues}}
      <dt><a href="{{address}}">{{name}}</a></dt>
      <dd>{{tools}}</dd>
      {{/issues}}
      </dl>
      </section>
      {{/hasIssues}}
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "theme.js",
      #"""
      // Before the first paint, so that nothing flashes: the face that the reader chose, if any.
      (function () {
        try {
          var face = localStorage.getItem("casebook-face");
          if (face === "light" || face === "dark") document.documentElement.dataset.face = face;
        } catch (error) { /* No storage: the system's setting stands. */ }
      })();

      """#
    ),
    (
      "tool-entry.mustache",
      #"""
      {{! casebook-template 1 }}
      <li>
      <p class="tool-name">{{#page}}<a href="{{address}}">{{title}}</a>{{/page}}{{^page}}{{name}}{{/page}}{{#isUsed}} <span class="used">used here</span>{{/isUsed}}{{#isGivenUp}} <span class="given-up">given up; use {{successor}}</span>{{/isGivenUp}}</p>
      {{#hasSummary}}
      <p>{{summary}}</p>
      {{/hasSummary}}
      {{#hasCommand}}
      <figure class="code"><pre tabindex="0" role="group" aria-label="Begin with {{name}}"><code>{{command}}</code></pre></figure>
      {{/hasCommand}}
      {{#hasCaution}}
      <p class="caution"><strong>Careful</strong>: {{caution}}</p>
      {{/hasCaution}}
      </li>

      """#
    ),
    (
      "tool.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <article>
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{summary}}</p>
      <ul class="chips">
      {{#issues}}
      <li><a class="chip issue" href="{{address}}">{{title}}</a></li>
      {{/issues}}
      {{^issues}}
      <li><span class="chip none">Serves no issue type of this site</span></li>
      {{/issues}}
      </ul>
      {{> facts}}
      </header>
      {{#isGivenUp}}
      <p class="given-up-note"><strong>Given up</strong>: use {{#successorPage}}<a href="{{address}}">{{title}}</a>{{/successorPage}}{{^successorPage}}{{successor}}{{/successorPage}}.</p>
      {{/isGivenUp}}
      {{#hasCommands}}
      <section class="tools-first" aria-label="Begin with">
      <h2>Begin with</h2>
      {{#commands}}
      <figure class="code"><pre tabindex="0" role="group" aria-label="Command"><code>{{text}}</code></pre></figure>
      {{/commands}}
      {{#hasCaution}}
      <p class="caution"><strong>Careful</strong>: {{caution}}</p>
      {{/hasCaution}}
      </section>
      {{/hasCommands}}
      {{#hasInstalls}}
      <section aria-label="How to get it">
      <h2>How to get it</h2>
      <ul>
      {{#installs}}
      <li><code>{{text}}</code></li>
      {{/installs}}
      </ul>
      <p class="note">Whether it is on a machine: <code>casebook doctor</code></p>
      </section>
      {{/hasInstalls}}
      <section aria-label="Cases">
      <h2>Cases that use it</h2>
      {{#hasCases}}
      <ul class="case-list">
      {{#cases}}
      {{> case-row}}
      {{/cases}}
      </ul>
      {{#hasMore}}
      <p class="note">The first of {{caseCount}}.</p>
      {{/hasMore}}
      {{/hasCases}}
      {{^hasCases}}
      <p class="note">No case uses it yet.</p>
      {{/hasCases}}
      </section>
      </article>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
    (
      "tools.mustache",
      #"""
      {{! casebook-template 1 }}
      {{> head}}
      {{> header}}
      <div class="layout">
      <main id="main">
      {{> breadcrumbs}}
      {{> before-content}}
      <header class="page-header">
      <h1>{{pageTitle}}</h1>
      <p class="lead">{{toolCount}} for {{issueCount}}. In the terminal: <code>casebook tools "memory leak"</code></p>
      </header>
      <div class="table" tabindex="0" role="group" aria-label="Tools by issue type">
      <table class="tools-table">
      <thead>
      <tr><th scope="col">Issue type</th><th scope="col">Tools</th><th scope="col">Cases</th></tr>
      </thead>
      <tbody>
      {{#rows}}
      <tr><th scope="row"><a href="{{address}}">{{name}}</a></th><td>{{#hasTools}}<ul class="tools">{{#tools}}<li><code>{{#page}}<a href="{{address}}">{{title}}</a>{{/page}}{{^page}}{{name}}{{/page}}</code></li>{{/tools}}</ul>{{/hasTools}}{{^hasTools}}<span class="muted">none named</span>{{/hasTools}}</td><td>{{#hasCases}}{{caseCount}}{{/hasCases}}{{^hasCases}}<span class="muted">none yet</span>{{/hasCases}}</td></tr>
      {{/rows}}
      </tbody>
      </table>
      </div>
      {{> after-content}}
      </main>
      </div>
      {{> footer}}

      """#
    ),
  ]
}

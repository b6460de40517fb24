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

        document.body.append(live);
        addFaceButton();
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

"""How the page looks, on a light and a dark screen and on paper."""

STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #fbfbf9; --card: #fff; --ink: #1c2128; --soft: #57606a; --line: #d5d9de;
  --fault: #a40e26; --minor: #7a4d00; --exact: #1a6b33; --added: #d9f2df; --left: #ffe1e0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --card: #1d2126; --ink: #e4e7eb; --soft: #a3abb5; --line: #3a414a;
    --fault: #ff8f8a; --minor: #e6b65c; --exact: #6fce8a; --added: #17402a; --left: #552024;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 64rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 .25rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 2rem 0 .75rem; }
h4 { font-size: 1rem; margin: 0; font-weight: 600; }
h5 { font-size: .8rem; margin: 0 0 .25rem; font-weight: 600; color: var(--soft); }
p { margin: .4rem 0; }
.presence { font-size: 1.1rem; max-width: 44rem; }
.summary { color: var(--soft); }
article {
  margin: 0 0 1rem; padding: 1rem 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-inline-start: 5px solid var(--tone); border-radius: 6px;
}
.fault { --tone: var(--fault); } .minor { --tone: var(--minor); } .exact { --tone: var(--exact); }
.badge {
  display: inline-block; margin-inline-end: .4rem; padding: 0 .55rem; border: 1px solid currentcolor;
  border-radius: 1rem; white-space: nowrap; color: var(--tone, var(--soft)); font-size: .85rem; font-weight: 600;
}
.detail::first-letter { text-transform: uppercase; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; margin: .9rem 0; }
blockquote { margin: 0; font-family: Charter, "Noto Serif", "Liberation Serif", Georgia, serif; font-size: 1.05rem; }
ins, del { text-decoration: none; border-radius: 3px; padding: 0 .1em; }
ins { background: var(--added); } del { background: var(--left); }
.sign { font: .8em ui-monospace, "Liberation Mono", monospace; color: var(--soft); }
dl {
  display: grid; grid-template-columns: 6rem 1fr; gap: .15rem 1rem; margin: .75rem 0 0; padding-top: .75rem;
  border-top: 1px solid var(--line); font-size: .9rem;
}
dt { color: var(--soft); } dd { margin: 0; }
table { width: 100%; margin: .5rem 0 1rem; border-collapse: collapse; font-size: .93rem; }
caption { padding: .25rem 0 .5rem; color: var(--soft); text-align: start; }
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
td { min-width: 5.5rem; }
thead th { white-space: nowrap; color: var(--soft); font-weight: 600; }
tbody th { font-weight: 500; }
summary { cursor: pointer; padding: .2rem 0; }
summary:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
@media (max-width: 44rem) { .sides { grid-template-columns: 1fr; gap: .9rem; } }
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb;
    --fault: #a40e26; --minor: #7a4d00; --exact: #1a6b33; --added: #e6f5e9; --left: #fde8e7;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  article, tr { break-inside: avoid; } h2, h3, h4, h5 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  ins, del { print-color-adjust: exact; }
}
"""

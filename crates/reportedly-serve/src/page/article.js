// The reading view: the text with its claims marked, the sources beside it.

import { get, fileAddress } from "./api.js";
import * as C from "./claim.js";
import { adding, correcting } from "./correct.js";
import { mending, written } from "./desk.js";
import { $, button, copy, day, el, link, outletOf, plural, shortened, show, to } from "./dom.js";
import { card, timeline } from "./happened.js";

// What is open: the record, its claims by number, and which one is pinned.
export const open = { record: null, pinned: null, at: -1 };

const load = (id) => Promise.all([get(["documents", id]), get(["documents", id], { as: "timeline" })]);

// Of an article a claim, or a place such as 12-30, can be opened.
export async function reading(id, claimId) {
  shown(...await load(id), true);
  const range = /^(\d+)-(\d+)$/.exec(claimId ?? "");
  if (range) spot({ start: Number(range[1]), end: Number(range[2]) });
  else if (claimId) pin(open.record.claims.findIndex((c) => c.claim_id === claimId), true);
}

// A permalink: the claim that covers most of the place; else the words themselves.
export async function place(sha, range) {
  const found = await get(["documents"], { text_sha256: sha, limit: 1 });
  if (!found.items.length) throw new Error("No article in this library has this text. It may be in another library.");
  shown(...await load(found.items[0].doc_id), true);
  const [start, end] = range.split("-").map(Number);
  const shared = (c) => c.content.reduce((n, p) => n + Math.max(0, Math.min(p.end, end) - Math.max(p.start, start)), 0);
  const best = open.record.claims.map((c, i) => [shared(c), i]).sort((a, b) => b[0] - a[0])[0];
  if (best && best[0] * 2 > end - start) return pin(best[1], true);
  mark(start, end);
}

export function shown(record, told, kept) {
  Object.assign(open, { record, pinned: null, at: -1 });
  const title = record.title ?? record.doc_id;
  const [headline, body] = paragraphs(record);
  const column = el("div", { class: "column" }, head(record, told, kept, headline), el("div", { class: "text" }, body), notes(record), timeline(told.timeline, spot), doubts(record));
  column.addEventListener("mouseover", (e) => peek(e.target));
  column.addEventListener("focusin", (e) => peek(e.target));
  column.addEventListener("click", (e) => {
    const n = claimAt(e.target);
    if (n !== null && !String(getSelection())) pin(n);
  });
  const margin = el("aside", { class: "margin", "aria-label": "Sources and claims" },
    el("section", { id: "detail", class: "detail", "aria-label": "The claim" }), el("div", { class: "follows" }, sources(record), kept ? written(record) : null));
  Object.assign(open, { kept });
  show(title, el("article", { class: "reading" }, column, margin));
  detail(null);
  follow(column, margin.querySelector(".follows"));
}

// The list beside the text shows the claim that is read: the first one on the screen.
function follow(column, list) {
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    changes.forEach((c) => (c.isIntersecting ? seen.add(c.target) : seen.delete(c.target)));
    if (open.pinned !== null || list.contains(document.activeElement) || list.matches(":hover") || !seen.size) return;
    // at the head of the article stands the head of the list
    if (window.scrollY < 200) {
      list.scrollTop = 0;
      return;
    }
    const first = Math.min(...[...seen].map((badge) => Number(badge.dataset.claim)));
    const item = list.querySelector(`#side-${first}`);
    if (item) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
  });
  column.querySelectorAll(".text .badge").forEach((badge) => watch.observe(badge));
}

function head(record, told, kept, headline) {
  const about = [outletOf(record), record.byline && "By " + record.byline.join(", "), day(record.published_at)];
  return el("header", { class: "head" },
    headline.length ? el("div", { class: "text" }, headline) : el("h1", { dir: "auto" }, record.title ?? "Untitled"),
    el("p", { class: "about" }, about.filter(Boolean).join(" · "), record.version_of ? " · later version" : ""),
    foreign(record) ? el("p", { class: "foreign" }, foreign(record).message) : null,
    card(told.card, spot),
    el("div", { class: "tools" },
      button("Whose voice", (e) => {
        const on = document.querySelector(".reading").classList.toggle("own");
        e.currentTarget.setAttribute("aria-pressed", on);
        $("voices").hidden = !on;
      }, { "aria-pressed": "false" }),
      button("Sources", () => { document.querySelector(".sources").scrollIntoView(); document.querySelector(".sources h2").focus(); }, { class: "below" }),
      button("Sources only", (e) => e.currentTarget.setAttribute("aria-pressed", document.querySelector(".reading").classList.toggle("only")), { "aria-pressed": "false" }),
      told.timeline.rows.length ? button("Timeline", () => { $("timeline").scrollIntoView(); $("timeline").querySelector("h2").focus(); }) : null,
      kept ? link("Copies", "copies", record.doc_id) : null,
      kept ? button("Add a claim", () => adding(record)) : null,
      kept ? button("Edit details", () => mending(record)) : null,
      kept ? el("details", { class: "menu" }, el("summary", {}, "Save this view"), el("ul", {},
        FORMS.map(([as, words]) => el("li", {}, el("a", { href: fileAddress(record.doc_id, as), download: true }, words))))) : null,
      button("Print", () => window.print())),
    el("p", { id: "voices", class: "quiet", hidden: true }, "With a bar: ", el("span", { class: "v-author begins" }, "the writer’s own voice"), ". In a dotted box: ",
      el("span", { class: "v-carried" }, "carried over from a frame such as “in this view”"), ". Grey: attributed to a source."));
}

// The forms in which an article can be saved, as the server lists them.
const FORMS = [["html", "Web page"], ["text", "Text"], ["json", "JSON"], ["plain", "Plain lines"], ["timeline", "Timeline"], ["icalendar", "iCalendar"], ["geojson", "GeoJSON"], ["csl-json", "CSL-JSON"], ["bibtex", "BibTeX"],
  ["annotation", "W3C annotations"], ["schema-org", "schema.org"], ["prov", "PROV-O"], ["ftm", "FollowTheMoney"], ["brat", "brat"], ["conll", "CoNLL-U Plus"], ["case", "Test case"]];

// Headline and body, cut wherever something begins or ends, in code points.
function paragraphs(record) {
  const chars = Array.from(record.text);
  const marks = record.claims.flatMap((c, i) => [
    ...c.content.map((p, k) => ({ ...p, i, role: "content", first: k === 0 })),
    ...c.source.map((p) => ({ ...p, i, role: "source" })),
    ...(c.cue ? [{ ...c.cue, i, role: "cue" }] : []),
    ...(c.hedge ? [{ ...c.hedge, i, role: "hedge" }] : []),
  ]);
  marks.push(...(record.segments ?? []).map((s) => ({ ...s, role: "voice" })));
  const happened = [...(record.dates ?? []), ...(record.incidents ?? []).flatMap((i) => [...i.words ?? [], ...i.facts.map((f) => f.span)])];
  marks.push(...happened.map((p) => ({ ...p, role: "happened" })));
  marks.push(...(record.profile ?? []).flatMap((o) => o.spans.map((p) => ({ ...p, role: "observed" }))));
  const borders = new Set([0, chars.length, ...marks.flatMap((m) => [m.start, m.end])]);
  chars.forEach((c, i) => c === "\n" && borders.add(i).add(i + 1));
  const cuts = [...borders].sort((a, b) => a - b);
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const blocks = [];
  let pieces = [], openMarks = [], next = 0, start = 0;
  for (let k = 0; k + 1 < cuts.length; k++) {
    const [from, to] = [cuts[k], cuts[k + 1]];
    openMarks = openMarks.filter((m) => m.end > from);
    while (next < marks.length && marks[next].start <= from) openMarks.push(marks[next++]);
    const words = chars.slice(from, to).join("");
    if (words === "\n") {
      if (pieces.length) blocks.push([start, pieces]);
      [pieces, start] = [[], to];
    } else pieces.push(...piece(record, openMarks, from, words));
  }
  if (pieces.length) blocks.push([start, pieces]);
  const block = (tag) => ([, pieces]) => el(tag, { dir: "auto", lang: record.lang }, ...pieces);
  const inHeadline = ([at]) => at < record.body_start;
  return [blocks.filter(inHeadline).map(block("h1")), blocks.filter((b) => !inHeadline(b)).map(block("p"))];
}

function piece(record, marks, from, words) {
  const begins = marks.filter((m) => m.role === "content" && m.first && m.start === from);
  const badges = begins.map((m) => numbered(record, m.i));
  const inner = marks.filter((m) => m.role === "content").at(-1);
  const role = ["source", "cue", "hedge"].find((r) => marks.some((m) => m.role === r));
  const told = marks.filter((m) => m.i !== undefined);
  const all = [...new Set(told.map((m) => m.i))].join(" ");
  const voice = marks.find((m) => m.role === "voice");
  let node = el("span", { class: voice ? `v-${voice.voice}${voice.start === from ? " begins" : ""}` : null, "data-at": from, title: frame(record, voice) }, words);
  if (role) node = el("span", { class: role, "data-claims": all }, node);
  if (inner) {
    const claim = record.claims[inner.i];
    node = el("mark", { class: `${claim.mode} ${C.kind(claim)[1]}`, "data-claim": inner.i, "data-claims": all }, node);
  } else if (role) node.dataset.claim = told[0].i;
  return [...badges, node];
}

function frame(record, voice) {
  if (voice?.voice !== "carried") return null;
  const source = record.sources.find((s) => s.source_id === voice.source_id);
  const to = source ? source.name ?? source.mentions[0]?.text : null;
  return `Carried over from “${voice.frame?.text ?? ""}”, ${to ? `the view of ${to}` : "with no source given"}`;
}

function numbered(record, i, more) {
  const claim = record.claims[i];
  return el("a", {
    class: `badge ${C.kind(claim)[1]}`, href: C.permalink(record, claim), "data-claim": i, "aria-label": C.label(claim, i + 1),
    onclick: (e) => { e.preventDefault(); e.stopPropagation(); pin(i); }, ...more,
  }, C.badge(claim, i + 1));
}

function sources(record) {
  const groups = new Map();
  record.claims.forEach((c, i) => {
    const key = c.source_id ?? C.sourceName(c);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  const rows = [...groups.values()].map((all) => {
    const claim = record.claims[all[0]];
    const name = C.sourceName(claim);
    return el("li", {},
      el("h3", { dir: "auto" }, claim.source_name ? el("a", { href: to("source", claim.source_name) }, shortened(name, 90)) : shortened(name, 90),
        el("small", {}, [claim.source_title, C.kind(claim)[1], plural(all.length, "claim")].filter(Boolean).join(" · "))),
      el("ol", {}, all.map((i) => el("li", { dir: "auto", "data-claim": i, onclick: () => pin(i, true) },
        numbered(record, i, { id: `side-${i}`, onclick: (e) => { e.preventDefault(); e.stopPropagation(); pin(i, true); } }),
        " ", C.marked(record.claims[i]), " ", C.cue(record.claims[i]) ? el("i", {}, `${C.cue(record.claims[i])}: `) : null, shortened(C.content(record.claims[i]), 110)))));
  });
  return el("section", { class: "sources" },
    el("h2", { tabindex: "-1" }, "Who says what"), spread(record), profile(record),
    rows.length ? el("ul", {}, rows) : el("p", {}, record.support === "quotations_only" ? "No quotations in marks were found." : "No claims were found."));
}

// Claims by kind of source, as counts; each count goes to its next claim.
function spread(record) {
  const counts = new Map();
  record.claims.forEach((c, i) => counts.set(C.kind(c)[1], [...(counts.get(C.kind(c)[1]) ?? []), i]));
  const rows = [...counts].sort((a, b) => b[1].length - a[1].length);
  return el("ul", { class: "spread" }, rows.map(([name, all]) =>
    el("li", {}, button(`${all.length} ${name}`, () => pin(next(all), true), { class: name }))));
}

// What published rules ask for, counted. Each line links to its places and names its rule; there is no total.
function profile(record) {
  const lines = (record.profile ?? []).map((o) => el("li", {},
    el("p", {}, el("b", {}, o.measure), o.asks ? " flag: " : " ", o.sentence),
    el("p", { class: "about" }, `${o.publisher}: ${o.rule} `, o.link ? el("a", { href: web(o.link), rel: "noreferrer", target: "_blank" }, o.read ? `rule, read ${o.read}` : "rule") : null),
    el("p", {}, o.spans.slice(0, 20).map((p, i) => button(String(i + 1), () => spot(p), { "aria-label": `Place ${i + 1}: ${shortened(p.text, 60)}` })),
      o.spans.length > 20 ? ` and ${o.spans.length - 20} more` : null)));
  return lines.length ? el("details", { class: "profile" }, el("summary", {}, "Sourcing profile"), el("ul", {}, lines)) : null;
}

const web = (address) => (/^https?:/.test(address) ? address : null);

// Shows a place of the text.
function spot(p) {
  document.querySelectorAll(".spot").forEach((e) => e.classList.remove("spot"));
  const pieces = [...document.querySelectorAll(".column [data-at]")].filter((e) => Number(e.dataset.at) >= p.start && Number(e.dataset.at) < p.end);
  pieces.forEach((e) => e.classList.add("spot"));
  pieces[0]?.scrollIntoView({ block: "center" });
  pieces[0]?.setAttribute("tabindex", "-1");
  pieces[0]?.focus({ preventScroll: true });
}

const next = (all) => all.find((i) => i > open.at) ?? all[0];

function notes(record) {
  return el("ol", { class: "notes", "aria-hidden": "true" }, record.claims.map((c) =>
    el("li", {}, `${C.sourceName(c)} (${[C.kind(c)[1], c.cue && `“${c.cue.text}”`, C.mode(c), C.status(c)].filter(Boolean).join("; ")})`)));
}

// Of another language only quotations are read: said at the top.
const foreign = (record) => (record.support === "quotations_only" ? record.notes.find((n) => n.kind === "language") : null);

function doubts(record) {
  const below = record.notes.filter((n) => n !== foreign(record));
  return below.length ? el("section", { class: "doubts" }, el("h2", {}, "Notes"),
    el("ul", {}, below.map((n) => el("li", {}, n.message)))) : null;
}

const claimAt = (node) => {
  const holder = node.closest?.("[data-claim]");
  return holder ? Number(holder.dataset.claim) : null;
};

function peek(node) {
  const n = claimAt(node);
  if (n !== null && open.pinned === null) detail(n);
}

export function pin(n, scroll) {
  if (n < 0 || n >= open.record.claims.length) return;
  Object.assign(open, { pinned: n, at: n });
  // the address is that of the claim, without a step in the history for each
  if (open.kept) history.replaceState({ seen: true }, "", to("read", open.record.doc_id, open.record.claims[n].claim_id));
  document.querySelectorAll(".on").forEach((m) => m.classList.remove("on"));
  document.querySelectorAll("[data-claims]").forEach((m) =>
    m.classList.toggle("on", m.dataset.claims.split(" ").includes(String(n))));
  document.querySelector(`.sources li[data-claim="${n}"]`)?.classList.add("on");
  detail(n);
  if (scroll) {
    const badge = document.querySelector(`.text .badge[data-claim="${n}"]`);
    badge?.scrollIntoView({ block: "center" });
    badge?.focus({ preventScroll: true });
  }
}

export function unpin() {
  open.pinned = null;
  document.querySelectorAll(".on").forEach((m) => m.classList.remove("on"));
  detail(null);
}

function detail(n) {
  const box = $("detail");
  if (!box) return;
  const record = open.record;
  box.classList.toggle("pinned", open.pinned !== null);
  if (n === null) {
    box.replaceChildren(el("p", { class: "quiet" }, record.claims.length
      ? "Point at a marked claim to see its source; click to pin it. Press ? for the keys."
      : "No claims were found."), record.claims.length ? legend() : "");
    return;
  }
  const claim = record.claims[n];
  box.replaceChildren(
    el("h2", {}, numbered(record, n, { tabindex: "-1" }), ` ${shortened(C.sourceName(claim), 120)}`),
    el("dl", {}, C.facts(claim).slice(1).map(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)])),
    el("div", { class: "tools" },
      button("Copy citation", () => copy(C.citation(record, claim), "Citation copied.")),
      button("Copy link", () => copy(C.permalink(record, claim), "Link copied.")),
      link("Trace", "trace", claim.claim_id),
      button("Correct", () => correcting(record, claim)),
      open.pinned !== null ? button("Close", unpin) : null));
}

// What the lines and letters mean, wherever no claim is shown.
const legend = () => el("p", { class: "quiet legend" }, ["direct", "mixed", "indirect"].map((mode) => [el("mark", { class: mode }, C.mode({ mode })), " "]),
  " N named, U unnamed, C group, D document, A author, – nobody");

function mark(start, end) {
  const near = [...document.querySelectorAll(".column [data-at]")].filter((e) => Number(e.dataset.at) <= start).at(-1);
  near?.scrollIntoView({ block: "center" });
  near?.classList.add("spot");
  const words = Array.from(open.record.text).slice(start, end).join("");
  $("detail").replaceChildren(el("h2", {}, "No longer a claim"), el("p", {}, `The reader no longer finds a claim in these words: “${words}”`));
}

// Search with facets. Claims in the same words fold, with a count, and never vanish.

import { get } from "./api.js";
import * as C from "./claim.js";
import { $, button, day, el, keep, link, outletOf, plural, show, to } from "./dom.js";

const FACETS = { source_name: "Source", source_kind: "Kind", stance: "What the source does", polarity: "Affirmed or denied", certainty: "How sure", mode: "Quotation", outlet: "Outlet", month: "Month" };
const FIELDS = { source_name: "source", source_kind: "kind", stance: "stance", polarity: "polarity", certainty: "certainty", mode: "mode", outlet: "outlet" };

// How many values of a facet are shown, and how many the server sends.
const [SHOWN, TOLD] = [8, 30];
const NAMES = { underspecified: "not asserted", direct: "quoted", mixed: "partly quoted", indirect: "paraphrased" };

const SORTS = { relevance: "Best first", date: "Latest first", outlet: "By outlet", source: "By source" };

// What the fields of a query are for; `reportedly search --help` says the rest.
const SYNTAX = [["“at dawn”", "these words in this order"], ["talk*", "words that begin so"], ["fire OR smoke", "either"], ["-rumour", "without it"],
  ["source:mayor", "said by"], ["stance:denies", "denials"], ["outlet:courier", "published by"], ["after:2031-04 before:2031-05", "between days"],
  ["title:ferry url:/2031/ byline:hale lang:de", "of the article"], ["tag:urgent", "tagged so"]];
const syntax = () => el("details", { class: "syntax" }, el("summary", {}, "What can be asked"),
  el("dl", { class: "keys" }, SYNTAX.map(([words, about]) => [el("dt", {}, el("code", {}, words)), el("dd", {}, about)])));

const go = (q, sort) => { location.hash = sort && sort !== "relevance" ? to("search", q, sort) : to("search", q); };
const term = (field, value) => {
  if (field !== "month") return `${FIELDS[field]}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
  const [year, month] = value.split("-").map(Number);
  if (!month) return `after:${year} before:${year + 1}`;
  const after = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return `after:${value} before:${after}`;
};

// The fields of a query, each with a button that takes it away.
function chips(q, sort) {
  const fields = q.match(/-?[a-z]+:(?:"[^"]*"|\S+)/g) ?? [];
  const without = (field) => q.replace(field, "").replace(/\s+/g, " ").trim();
  return fields.length ? el("ul", { class: "chips", "aria-label": "Narrowed by" }, fields.map((field) => el("li", {},
    button(`${field} ×`, () => (without(field) ? go(without(field), sort) : (location.hash = to(""))), { "aria-label": `Remove ${field}` })))) : null;
}

const order = (q, sort) => {
  const select = el("select", { id: "sort", "aria-label": "Order", onchange: () => go(q, select.value) },
    Object.entries(SORTS).map(([value, words]) => el("option", { value, selected: value === sort }, words)));
  return select;
};

function facet(q, sort, name, values) {
  const known = values.filter((v) => v.value !== null);
  if (!known.length) return null;
  return el("section", {}, el("h2", {}, FACETS[name]), el("ul", {}, known.slice(0, SHOWN).map((v) => {
    const words = term(name, v.value);
    const on = q.includes(words);
    return el("li", {}, button(NAMES[v.value] ?? v.value, () => go(on ? q.replace(words, "").trim() || words : `${q} ${words}`, sort), { "aria-pressed": on }),
      el("small", {}, v.claims.toLocaleString("en")));
  }), known.length > SHOWN ? el("li", {}, el("small", {}, `${known.length - SHOWN}${known.length >= TOLD ? " or more" : ""} more`)) : null));
}

// A denial is never folded into a statement.
const same = (hit) => JSON.stringify([C.status(hit.claim), C.content(hit.claim).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim(), C.sourceName(hit.claim)]);

function find(hit) {
  const c = hit.claim;
  return [el("p", { dir: "auto" }, el("span", { class: `badge ${C.kind(c)[1]}`, title: C.kind(c)[2] }, C.kind(c)[0]), " ",
    el("b", {}, C.sourceName(c)), " ", C.marked(c), " ", el("i", {}, C.cue(c)), ": ", el("a", { href: to("read", hit.doc_id, c.claim_id) }, C.content(c))), about(hit)];
}

// Adds a result to a list: below an earlier one with the same words (`seen`), or else at the end.
export function add(list, seen, hit) {
  const first = seen.get(same(hit));
  if (first) return fold(first, hit);
  const item = el("li", {}, find(hit));
  seen.set(same(hit), item);
  list.append(item);
}

const about = (hit) => el("p", { class: "about" },
  [hit.claim && C.mode(hit.claim), outletOf(hit), day(hit.published_at), hit.title].filter(Boolean).join(" · "));

// The articles whose texts have the words.
async function articles(q) {
  const list = el("ul", { class: "finds" });
  const more = button("More", next);
  let cursor, limit = 25;
  async function next() {
    limit = Math.min(limit * 2, 1000);
    const page = await get(["search"], { q, in: "articles", cursor, limit });
    list.append(...page.items.map((hit) => el("li", {}, el("p", { dir: "auto" }, el("a", { href: to("read", hit.doc_id) }, hit.title ?? outletOf(hit) ?? hit.doc_id)), about({ ...hit, title: null }))));
    cursor = page.next;
    more.hidden = !cursor;
    return page;
  }
  const page = await next();
  const counted = `${page.total_complete ? "" : "More than "}${plural(page.total, "article")}.`;
  show(q, el("h1", {}, "Search"), el("p", { class: "quiet", id: "count" }, page.total ? counted : "Nothing found. Try fewer or shorter words."),
    el("p", {}, link("Search claims instead", "search", q)), list, more);
}

export async function search(q, sort = "relevance", within = "claims") {
  $("q").value = q;
  if (within === "articles") return articles(q);
  const list = el("ul", { class: "finds" });
  const seen = new Map();
  let cursor, shownSoFar = 0, limit = 25;
  const more = button("More", next);
  async function next() {
    limit = Math.min(limit * 2, 1000);
    const page = await get(["search"], { q, sort, cursor, limit, facets: !cursor });
    page.items.forEach((hit) => add(list, seen, hit));
    shownSoFar += page.items.length;
    cursor = page.next;
    if ($("shown")) $("shown").textContent = told();
    more.hidden = !cursor;
    return page;
  }
  let all = "";
  const told = () => (cursor ? `The first ${shownSoFar.toLocaleString("en")} of ${all}.` : `${all}.`);
  const page = await next();
  const counted = page.total_complete ? plural(page.total, "claim") : `more than ${plural(page.total, "claim")}; the counts cover these`;
  all = counted;
  show(q, el("h1", {}, "Search"), chips(q, sort), page.total ? order(q, sort) : null,
    el("p", { class: "quiet", id: "count" }, page.total ? el("span", { id: "shown" }, told()) : "Nothing found. Try fewer or shorter words; word* finds words that start with it."),
    el("p", {}, link("Search the texts of articles instead", "search", q, sort, "articles")), syntax(),
    page.total ? keep("search", ["search"], { q }) : null,
    el("div", { class: "found" }, el("aside", { class: "facets", "aria-label": "Narrow the search" },
      el("details", { open: window.innerWidth > 700 }, el("summary", {}, "Narrow"), Object.keys(FACETS).map((n) => facet(q, sort, n, page.facets?.[n] ?? [])))),
    el("div", {}, list, more)));
}

function fold(item, hit) {
  let box = item.querySelector("details");
  if (!box) {
    box = el("details", {}, el("summary", {}), el("ul", {}));
    item.append(box);
  }
  const inside = box.querySelector("ul");
  inside.append(el("li", {}, el("a", { href: to("read", hit.doc_id, hit.claim.claim_id) }, hit.title ?? hit.doc_id), about({ ...hit, claim: null, title: null })));
  box.querySelector("summary").textContent = `${plural(inside.children.length, "more page")} with the same words`;
}

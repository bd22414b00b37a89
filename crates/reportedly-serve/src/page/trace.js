// How far a claim has travelled: what it comes to, each article with how it presents the words, and a graph
// that says the same.

import { get } from "./api.js";
import { day, el, keep, link, outletOf, plural, show, shortened, svg } from "./dom.js";

const DRIFT = { hedge_dropped: "dropped the words", stated_as_fact: "states as fact what was attributed to", source_named: "names the source that was unnamed:" };
const SHORT = { attributed: "", denied: "denied by ", quoted: "quoted, no source", hedged: "own voice, kept open", stated_as_fact: "stated as fact", contrary: "the opposite: ", unclear: "unclear" };
const DATED = { caller: "date as given with the article" };
const ROW = 44;

// The words stand above, right of or left of the dot, so that no line runs through them.
const AT = { left: [-10, 4, "end"], above: [0, -10, "middle"], right: [10, 4, "start"] };
function node(x, y, words, at) {
  const [dx, dy, anchor] = AT[at];
  const lines = [words].flat();
  return svg("g", {}, svg("circle", { cx: x, cy: y, r: 5 }), lines.map((w, i) =>
    svg("text", { x: x + dx, y: y + dy + (i - (lines.length - 1) / 2) * 16, "text-anchor": anchor, class: i ? "label" : null }, w)));
}
const line = (a, b) => svg("path", { d: `M${a[0]} ${a[1]}C${(a[0] + b[0]) / 2} ${a[1]} ${(a[0] + b[0]) / 2} ${b[1]} ${b[0]} ${b[1]}` });

const source = (c) => c.source_name ?? c.source;
const brief = (c) => SHORT[c.presented_as] + (["attributed", "denied", "contrary"].includes(c.presented_as) ? source(c) ?? "no source given" : "");

// Whoever denies it, or has the opposite, is no origin: no line leads on from there.
function graph(group, called) {
  const rows = Math.max(group.carriers.length, group.texts, group.went_back_to.length);
  const height = rows * ROW + 38;
  const at = (i, n) => 48 + (i + 0.5) * ((rows * ROW) / n) - ROW / 2 + 2;
  const pages = group.carriers.map((c, i) => [320, at(i, group.carriers.length), c]);
  const texts = Array.from({ length: group.texts }, (_, i) => [450, at(i, group.texts)]);
  const origins = group.went_back_to.map((o, i) => [560, at(i, group.went_back_to.length), o]);
  const lines = [
    ...pages.map(([x, y, c]) => line([x, y], texts[c.independent_text] ?? [x, y])),
    ...origins.flatMap(([x, y, o]) => o.texts.map((t) => line(texts[t] ?? [x, y], [x, y]))),
  ];
  const heads = [[330, "end", "Articles"], [450, "middle", "Texts"], [550, "start", "Origins"]];
  return el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "The way of the claim, drawn" },
    svg("svg", { class: "graph", viewBox: `0 0 820 ${height}`, role: "img", "aria-label": "The table above says the same" },
      heads.map(([x, anchor, words]) => svg("text", { x, y: 16, "text-anchor": anchor, class: "label" }, words)),
      lines, pages.map(([x, y, c]) => node(x, y, [shortened(called(c.doc_id), 42), shortened(brief(c), 46)], "left")),
      texts.map(([x, y], i) => node(x, y, `text ${i + 1}`, "above")),
      origins.map(([x, y, o]) => node(x, y, [shortened(o.name ?? "no source given", 36), o.kind === "unnamed" ? "not named" : []].flat(), "right"))));
}

// Its own words; what differs from the first known wording is marked.
const MARK = { both: (w) => w, here: (w) => el("ins", {}, w), first: (w) => el("del", {}, w) };
const words = (c) => (c.differences.length ? c.differences.map((d) => MARK[d.stands](d.words)) : c.place.text);

export async function trace(claimId) {
  const { items: [group] } = await get(["claim-groups"], { claim_id: claimId });
  if (!group) return show("Trace", el("h1", {}, "Trace"), el("p", {}, "This claim has no words to look for."));
  const ids = [...new Set(group.carriers.map((c) => c.doc_id))].slice(0, 200);
  const records = new Map((await Promise.all(ids.map((id) => get(["documents", id])))).map((r) => [r.doc_id, r]));
  const outlet = (id) => outletOf(records.get(id)) ?? records.get(id)?.title ?? id;
  const called = (id) => [day(records.get(id)?.published_at), outlet(id)].join(" · ");
  const title = (id) => (outletOf(records.get(id)) ? records.get(id)?.title : null);
  const start = group.carriers.find((c) => c.claim_id === claimId) ?? group.carriers[0];
  const differ = group.carriers.some((c) => c.differences.length);
  const counts = [[group.pages, "page"], [group.texts, "independent text"], [group.publishers, "publisher"], [group.origins, "origin"]];
  show("Trace", el("h1", {}, "How far a claim has travelled"),
    el("p", { class: "counts", dir: "auto" }, el("b", {}, group.verdict)),
    el("blockquote", { dir: "auto" }, group.words),
    el("div", { class: "tools" }, link("Back to the claim", "read", start.doc_id, claimId), ...keep("trace", ["claim-groups"], { claim_id: claimId }).children),
    differ ? el("p", { class: "quiet" }, "Beside these words: ", el("ins", {}, "only in that article"), ", ", el("del", {}, "only in these words"), ".") : null,
    el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "The articles" }, el("table", { class: "trace" },
      el("thead", {}, el("tr", {}, ["Article", "How it presents the words", "Its words", "Text"].map((h) => el("th", { scope: "col" }, h)))),
      el("tbody", {}, group.carriers.map((c) => el("tr", { class: c.presented_as },
        el("td", {}, link(called(c.doc_id), "read", c.doc_id, ...(c.claim_id ? [c.claim_id] : [])), title(c.doc_id) ? el("small", { dir: "auto" }, title(c.doc_id)) : null),
        el("td", { dir: "auto" }, c.told), el("td", { dir: "auto" }, words(c)), el("td", { class: "number" }, c.independent_text + 1)))))),
    el("h2", {}, "What the articles go back to"),
    el("p", {}, counts.map(([n, one], i) => [i ? " → " : "", plural(n, one)])),
    group.first_known ? el("p", { class: "quiet" }, `First known: ${day(group.first_known.published_at)}, ${outlet(group.first_known.doc_id)} (${DATED[group.first_known.published_at_method] ?? `date found in: ${group.first_known.published_at_method}`}). Known here only means in this library.`) : null,
    graph(group, called),
    group.drift.length ? el("section", {}, el("h2", {}, "What changed on the way"), el("ul", {}, group.drift.map((d) =>
      el("li", {}, link(called(d.to_doc), "read", d.to_doc), `, beside ${called(d.from_doc)}, ${DRIFT[d.kind] ?? d.kind} “${d.words}”`, d.direction_known ? "" : " (which came first is unknown)")))) : null);
}

// How far a claim has travelled: pages, texts, publishers, origins; a graph, and the same as a table.

import { get } from "./api.js";
import { day, el, keep, link, plural, show, shortened, svg } from "./dom.js";

const DRIFT = { hedge_dropped: "dropped the words", stated_as_fact: "states as fact what was laid to", source_named: "names the source that was unnamed:" };
const ROW = 38;

// The words stand left of, above or right of the dot, so that no line runs through them.
const AT = { left: [-10, 4, "end"], above: [0, -10, "middle"], right: [10, 4, "start"] };
function node(x, y, words, at) {
  const [dx, dy, anchor] = AT[at];
  return svg("g", {}, svg("circle", { cx: x, cy: y, r: 5 }), svg("text", { x: x + dx, y: y + dy, "text-anchor": anchor }, words));
}
const line = (a, b) => svg("path", { d: `M${a[0]} ${a[1]}C${(a[0] + b[0]) / 2} ${a[1]} ${(a[0] + b[0]) / 2} ${b[1]} ${b[0]} ${b[1]}` });

function graph(group, about) {
  const rows = Math.max(group.pages, group.texts, group.origins);
  const height = rows * ROW + 38;
  const at = (i, n) => 48 + (i + 0.5) * ((rows * ROW) / n) - ROW / 2 + 2;
  const pages = group.carriers.map((c, i) => [320, at(i, group.carriers.length), c]);
  const texts = Array.from({ length: group.texts }, (_, i) => [450, at(i, group.texts)]);
  const origins = group.went_back_to.map((o, i) => [560, at(i, group.went_back_to.length), o]);
  const lines = [
    ...pages.map(([x, y, c]) => line([x, y], texts[c.independent_text] ?? [x, y])),
    ...origins.flatMap(([x, y, o]) => o.texts.map((t) => line(texts[t] ?? [x, y], [x, y]))),
  ];
  return el("div", { class: "wide" }, svg("svg", { class: "graph", viewBox: `0 0 820 ${height}`, role: "img", "aria-label": "The table below says the same" },
    svg("text", { x: 330, y: 16, "text-anchor": "end", class: "label" }, "Pages"), svg("text", { x: 450, y: 16, "text-anchor": "middle", class: "label" }, "Texts"), svg("text", { x: 560, y: 16, class: "label" }, "Origins"),
    lines, pages.map(([x, y, c]) => node(x, y, shortened(about(c.doc_id), 42), "left")), texts.map(([x, y], i) => node(x, y, `text ${i + 1}`, "above")),
    origins.map(([x, y, o]) => node(x, y, shortened(o.name ?? "nobody named", 36), "right"))));
}

export async function trace(claimId) {
  const { items: [group] } = await get(["claim-groups"], { claim_id: claimId });
  if (!group) {
    return show("Trace", el("h1", {}, "Trace"), el("p", {}, "1 page: no other article of this library carries this claim."));
  }
  const ids = [...new Set(group.carriers.map((c) => c.doc_id))].slice(0, 200);
  const records = new Map((await Promise.all(ids.map((id) => get(["documents", id])))).map((r) => [r.doc_id, r]));
  const stated = (c) => records.get(c.doc_id)?.published_at ?? "9999";
  group.carriers.sort((a, b) => (stated(a) < stated(b) ? -1 : 1));
  const about = (id) => [day(records.get(id)?.published_at), records.get(id)?.outlet ?? id].join(" · ");
  const claim = (c) => records.get(c.doc_id)?.claims.find((x) => x.claim_id === c.claim_id);
  const counts = [[group.pages, "page"], [group.texts, "independent text"], [group.publishers, "publisher"], [group.origins, "origin"]];
  show("Trace", el("h1", {}, "How far a claim has travelled"),
    el("blockquote", { dir: "auto" }, group.carriers[0].place.text),
    el("p", { class: "counts" }, counts.map(([n, one], i) => [i ? " → " : "", el("b", {}, plural(n, one))])),
    group.first_known ? el("p", { class: "quiet" }, `First known: ${day(group.first_known.published_at)} (date from: ${group.first_known.published_at_method}). Known here only means in this library.`) : null,
    keep("trace", ["claim-groups"], { claim_id: claimId }),
    graph(group, about),
    el("div", { class: "wide" }, el("table", {}, el("thead", {}, el("tr", {}, ["Day and outlet", "Text", "Laid to", "Words"].map((h) => el("th", { scope: "col" }, h)))),
      el("tbody", {}, group.carriers.map((c) => el("tr", {},
        el("td", {}, link(about(c.doc_id), "read", c.doc_id, ...(c.claim_id ? [c.claim_id] : []))), el("td", { class: "number" }, c.independent_text + 1),
        el("td", { dir: "auto" }, claim(c) ? (claim(c).source_name ?? (claim(c).source.map((p) => p.text).join(" … ") || "nobody named")) : "no claim here"),
        el("td", { dir: "auto" }, c.place.text)))))),
    group.drift.length ? el("section", {}, el("h2", {}, "What changed on the way"), el("ul", {}, group.drift.map((d) =>
      el("li", {}, link(about(d.to_doc), "read", d.to_doc), `, beside ${about(d.from_doc)}, ${DRIFT[d.kind] ?? d.kind} “${d.words}”`, d.direction_known ? "" : " (which came first is unknown)")))) : null);
}

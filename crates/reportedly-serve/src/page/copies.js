// What an article shares with others, paragraph beside paragraph. What differs is worked out by the program.

import { get } from "./api.js";
import { day, el, keep, link, plural, show } from "./dom.js";

const KINDS = { copy: "copied", cut: "cut", rewrite: "rewritten", same_quote: "the same quotation", boilerplate: "standing lines" };
const WAYS = { a_to_b: "taken from this article", b_to_a: "this article took it", unknown: "which way is unknown" };
const ONLY = { a: "only in this article", b: "only in the other" };
// more paragraphs in a row that only one article has are folded
const SHOWN = 3;

const quote = (...words) => el("blockquote", { dir: "auto" }, words);
const texts = (part) => part.paragraphs.map((runs) => quote(runs.map((run) => run.text)));
const folded = (kind, summary, part) => el("details", { class: kind }, el("summary", {}, summary), texts(part));
const named = (article) => [article.outlet, article.published_at && day(article.published_at)].filter(Boolean).join(" · ") || article.title || article.doc_id;

// Each column has the words of both; the style hides what stands in the other, and on a narrow screen the second.
const marked = (run, words) => (run.on === "both" ? words : el(run.on === "a" ? "del" : "ins", {}, words));
const sides = (runs) => [quote(runs.map((r) => marked(r, r.text))), quote(runs.map((r) => marked(r, r.text_b ?? r.text)))];

function shown(part) {
  const { kind, moved, paragraphs } = part;
  if (kind === "same") return folded(kind, `${plural(paragraphs.length, "unchanged paragraph")}${moved ? " elsewhere in the other article" : ""}`, part);
  if (kind === "changed") return [moved ? el("p", { class: "quiet" }, "Elsewhere in the other article") : null, el("div", { class: "sides" }, paragraphs.map(sides))];
  if (paragraphs.length > SHOWN) return folded(kind, `${plural(paragraphs.length, "paragraph")} ${ONLY[kind]}`, part);
  return el("div", { class: kind }, el("p", { class: "quiet" }, ONLY[kind].replace("only", "Only")), texts(part));
}

const claim = ({ articles: [own, other] }, change) =>
  change.claim_a ? link(change.told, "read", own.doc_id, change.claim_a) : change.claim_b ? link(change.told, "read", other.doc_id, change.claim_b) : change.told;

function beside(found) {
  const [own, other] = found.articles;
  const kinds = found.kinds.map((kind) => KINDS[kind] ?? kind).join(", ");
  return el("section", { class: "copies" },
    el("h2", {}, link(other.title ?? other.doc_id, "read", other.doc_id)),
    el("p", { class: "about" }, [named(other), `${plural(found.passages, "passage")} (${kinds})`, WAYS[found.direction]].join(" · ")),
    found.evidence.length ? el("ul", { class: "evidence" }, found.evidence.map((e) => el("li", {}, e))) : null,
    found.sourcing.length ? [el("h3", {}, "What changed in the sourcing"), el("ul", { class: "sourcing" }, found.sourcing.map((c) => el("li", { dir: "auto" }, claim(found, c))))] : null,
    found.identical ? el("p", {}, el("b", {}, "Identical: the texts do not differ.")) : null,
    el("div", { class: "compared" }, el("div", { class: "heads" }, el("p", {}, `This article: ${named(own)}`), el("p", {}, `The other: ${named(other)}`)), found.parts.map(shown)));
}

export async function copies(id) {
  const [record, found] = await Promise.all([get(["documents", id]), get(["reuse"], { doc_id: id, compared: true })]);
  const n = new Set(found.items.map((row) => row.doc_b)).size;
  const most = n > found.comparisons.length ? `; the ${found.comparisons.length} with most are shown` : "";
  show("Copies", el("h1", {}, "Copies of ", link(record.title ?? id, "read", id)),
    el("p", { class: "quiet" }, n ? `${plural(n, "article")} of this library ${n === 1 ? "shares" : "share"} text with it${most}. ` : "No other article of this library shares text with it.",
      n ? [el("del", {}, "struck"), ": only in this article. ", el("ins", {}, "underlined"), ": only in the other. Curly and straight quotation marks count as the same."] : null),
    n ? keep("copies", ["reuse"], { doc_id: id }) : null,
    found.comparisons.map(beside));
}

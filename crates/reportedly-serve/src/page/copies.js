// What an article shares with others: passages side by side, the differences marked.

import { get } from "./api.js";
import { day, el, keep, link, plural, show } from "./dom.js";

const KINDS = { copy: "copied", cut: "cut", rewrite: "rewritten", same_quote: "the same quotation", boilerplate: "standing lines" };
const WAYS = { a_to_b: "taken from this article", b_to_a: "this article took it", unknown: "which way is unknown" };
const MOST = 1500;

// Words of both sides, each with whether the other side has it: longest common subsequence.
export function differences(a, b) {
  const [x, y] = [a, b].map((t) => t.match(/\s+|[^\s]+/gu) ?? []);
  if (x.length > MOST || y.length > MOST) return [[[a, true]], [[b, true]]];
  const bare = (w) => w.toLowerCase().replace(/[“”"'’.,;:]/gu, "");
  const wide = y.length + 1;
  const best = new Uint16Array((x.length + 1) * wide);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      best[i * wide + j] = bare(x[i]) === bare(y[j]) ? best[(i + 1) * wide + j + 1] + 1 : Math.max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
    }
  }
  const [left, right] = [[], []];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && bare(x[i]) === bare(y[j])) {
      left.push([x[i++], true]);
      right.push([y[j++], true]);
    } else if (j >= y.length || (i < x.length && best[(i + 1) * wide + j] >= best[i * wide + j + 1])) left.push([x[i++], false]);
    else right.push([y[j++], false]);
  }
  return [left, right];
}

const joined = (words, tag) => {
  const out = [];
  for (const [word, shared] of words) {
    const space = /^\s+$/u.test(word);
    const last = out.at(-1);
    if (last && (last.shared === shared || space)) last.words += word;
    else out.push({ words: word, shared });
  }
  return out.map((part) => (part.shared ? part.words : el(tag, {}, part.words)));
};

function passage(row, a, b) {
  const cut = (chars, from, to) => chars.slice(from, to).join("");
  const [left, right] = differences(cut(a, row.begin_a, row.end_a), cut(b, row.begin_b, row.end_b));
  return el("div", { class: "pair" },
    el("p", { class: "quiet" }, `${KINDS[row.kind] ?? row.kind}, ${Math.round(row.similarity * 100)}% of the words agree`),
    el("blockquote", { dir: "auto" }, joined(left, "del")), el("blockquote", { dir: "auto" }, joined(right, "ins")));
}

async function other(id, rows, own) {
  const record = await get(["documents", id]);
  const chars = Array.from(record.text);
  const first = rows[0];
  return el("section", { class: "copies" },
    el("h2", {}, link(record.title ?? id, "read", id)),
    el("p", { class: "about" }, [record.outlet, day(record.published_at), plural(rows.length, "passage"), WAYS[first.direction]].filter(Boolean).join(" · ")),
    first.evidence.length ? el("ul", { class: "evidence" }, first.evidence.map((e) => el("li", {}, e))) : null,
    rows.map((row) => passage(row, own, chars)));
}

export async function copies(id) {
  const [record, found] = await Promise.all([get(["documents", id]), get(["reuse"], { doc_id: id })]);
  const own = Array.from(record.text);
  const others = new Map();
  for (const row of found.items) others.set(row.doc_b, [...(others.get(row.doc_b) ?? []), row]);
  const length = (rows) => rows.reduce((n, r) => n + r.end_a - r.begin_a, 0);
  const sorted = [...others].sort((a, b) => length(b[1]) - length(a[1])).slice(0, 50);
  show("Copies", el("h1", {}, "Copies of ", link(record.title ?? id, "read", id)),
    el("p", { class: "quiet" }, others.size ? `${plural(others.size, "article")} of this library ${others.size === 1 ? "shares" : "share"} text with it${others.size > sorted.length ? `; the ${sorted.length} with most are shown` : ""}. ` : "No other article of this library shares text with it.",
      others.size ? [el("del", {}, "struck"), ": only in this article. ", el("ins", {}, "underlined"), ": only in the other."] : null),
    others.size ? keep("copies", ["reuse"], { doc_id: id }) : null,
    await Promise.all(sorted.map(([doc, rows]) => other(doc, rows, own))));
}

// What happened, by an article: its card, and its timeline. The program works out both; here they are only shown.

import { button, el } from "./dom.js";
import { drawn } from "./drawn.js";

// The answers of the card, each with the way to its words.
export const card = (lines, spot) => (lines.length ? el("dl", { class: "card", "aria-label": "What happened" }, lines.map((line) =>
  el("div", {}, el("dt", {}, line.label), line.answers.map((a) => el("dd", { dir: "auto" }, a.start === null ? a.words : button(a.words, () => spot(a), { class: "words" })))))) : null);

const inALine = (row) => `${row.when}: ${row.mark ? `[${row.mark}] ` : ""}${row.passage}`;

export function timeline({ rows, undated, left_out_words, ticks, lines }, spot) {
  const all = [...rows, ...undated];
  if (!all.length) return null;
  const shown = rows.map((row, i) => ({ row, i })).filter(({ row }) => row.drawn);
  const marks = shown.map(({ row, i }) => ({ ...row.drawn, rail: row.rail === "said" ? 1 : 0, day: row.earliest === row.latest, open: row.mark, words: inALine(row), label: i + 1 }));
  const open = (row) => (row.start === null ? document.querySelector("h1")?.scrollIntoView() : spot(row));
  return el("section", { class: "timeline", id: "timeline", "aria-label": "Timeline" }, el("h2", { tabindex: "-1" }, "Timeline"),
    shown.length ? drawn({ names: ["It happened", "It was said or published"], marks, lines, ticks, opened: (i) => open(shown[i].row) }) : null,
    el("p", { class: "quiet" }, "Filled: that day. Outlined: a day somewhere in that time. Dashed: alleged, denied, left open, or yet to come. Days far from the middle are drawn closer together."),
    el("table", {}, el("thead", {}, el("tr", {}, ["No.", "When", "Line", "Passage", "Whose word", "Why this date"].map((h) => el("th", { scope: "col" }, h)))),
      el("tbody", {}, all.map((row, i) => el("tr", {}, el("td", { class: "no" }, i + 1), el("td", { class: "when" }, row.when), el("td", { class: "rail" }, row.rail),
        el("td", { dir: "auto" }, row.about ? el("small", {}, `${row.about}: `) : null, row.mark ? el("span", { class: "status denies" }, row.mark) : null, row.mark ? " " : null,
          row.start === null ? row.passage : button(row.passage, () => open(row), { class: "words" })),
        el("td", { class: "word", dir: "auto" }, row.word), el("td", { class: "why", dir: "auto" }, row.why))))),
    left_out_words ? el("p", { class: "quiet" }, left_out_words) : null);
}

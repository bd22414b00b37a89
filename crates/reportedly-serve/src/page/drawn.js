// Two lines of time, drawn: above what happened, below what was said or published. Arrow keys go from mark to mark,
// Enter opens one; what is in focus is told in words beneath.

import { el, shortened, svg } from "./dom.js";

const [WIDTH, LINE, HEAD, SCALE] = [720, 26, 22, 44];
// The height of a mark with a number, and of one without.
const [MARK, SMALL] = [18, 10];

// `lanes`: what each line of a rail is called, if it is called something. `marks`: {rail: 0 | 1, line, from, to, day, open, words, label}, in the order of time; `lines`: how many lines each rail
// takes; `ticks`: {at, words}; `opened` is called with the position of a mark.
export function drawn({ names, lanes = [], marks, lines, ticks, opened }) {
  const happened = HEAD + LINE * lines[0];
  const said = happened + SCALE;
  const height = said + LINE * lines[1] + HEAD;
  const told = el("p", { class: "told", "aria-hidden": "true" }, "Point at a mark, or go from one to the next with the arrow keys; Enter opens it.");
  const nodes = marks.map((mark, i) => {
    const step = LINE * (mark.line + 0.5);
    const y = mark.rail ? said + step : happened - step;
    const middle = (mark.from + mark.to) / 2;
    const size = mark.label ? MARK : SMALL;
    const width = Math.max(mark.to - mark.from, size);
    return svg("g", { class: `mark${mark.day ? " day" : ""}${mark.open ? " open" : ""}`, role: "button", tabindex: i ? "-1" : "0", "aria-label": mark.label ? `${mark.label}. ${mark.words}` : mark.words,
      onclick: () => opened(i), onfocus: () => tell(i), onmouseenter: () => tell(i), onkeydown: (e) => key(e, i) },
      svg("rect", { x: middle - width / 2, y: y - size / 2, width, height: size, rx: size / 2 }),
      mark.label ? svg("text", { x: middle, y: y + 4 }, mark.label) : null);
  });
  const tell = (i) => { told.textContent = marks[i].words; };
  const key = (e, i) => {
    const to = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: marks.length - 1 }[e.key];
    if (to === undefined && e.key !== "Enter" && e.key !== " ") return;
    e.preventDefault();
    if (to === undefined) return opened(i);
    const next = nodes[Math.min(Math.max(to, 0), marks.length - 1)];
    nodes[i].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };
  return el("figure", { class: "drawn" },
    el("div", { class: "wide" }, svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "group", "aria-label": "Two lines of time; the table beneath says the same" },
      svg("text", { x: 0, y: 14 }, names[0]), svg("text", { x: 0, y: height - 6 }, names[1]),
      svg("path", { d: `M0 ${happened}H${WIDTH}M0 ${said}H${WIDTH}` }),
      lanes.flatMap((name, i) => [happened - LINE * (i + 0.5), said + LINE * (i + 0.5)].map((y) =>
        [svg("path", { class: "lane", d: `M140 ${y}H${WIDTH}` }), svg("text", { class: "lane", x: 0, y: y + 4 }, shortened(name, 22))])),
      ticks.map(({ at, words }) => [svg("path", { class: "tick", d: `M${at} ${happened}v8M${at} ${said}v-8` }),
        svg("text", { class: "tick", x: at, y: happened + SCALE / 2 + 4 }, words)]), nodes)), told);
}

// What happened, by all articles of the library: incidents by day, a lane for each outlet, all filters in the address.

import { get } from "./api.js";
import { button, day, el, link, outletOf, plural, show, shortened, svg, to } from "./dom.js";
import { drawn } from "./drawn.js";

const FILTERS = { from: "Not before", to: "Not after", outlet: "Outlet", kind: "Kind", main: "Only what an article is about" };
// Outlets with a lane of their own; the others share one.
const LANES = 8;
// Beyond so many months, years are counted.
const MONTHS = 36;
const [LEFT, RIGHT] = [160, 684];

const address = (filters) => {
  const known = Object.entries(filters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return "#/timeline" + (known.length ? "/" + new URLSearchParams(known) : "");
};
const asked = () => Object.fromEntries([...new URLSearchParams(location.hash.split("/").slice(2).join("/"))].filter(([name]) => name in FILTERS));

const number = (iso) => Date.parse(`${iso.slice(0, 10)}T00:00Z`) / 86400000;

// Marks of the scale: days, weeks, months or years, whichever are few enough.
function scale(first, last) {
  const at = (n) => (last > first ? LEFT + ((n - first) / (last - first)) * (RIGHT - LEFT) : (LEFT + RIGHT) / 2);
  const step = [1, 7, 30.44, 91.3, 365.25, 1826.2, 3652.5, 36525].find((n) => (last - first) / n <= 7) ?? 365250;
  const words = (n) => new Date(n * 86400000).toISOString().slice(0, step < 30 ? 10 : step < 365 ? 7 : 4);
  const ticks = [];
  for (let n = first; n <= last + 0.5 && ticks.length < 9; n += step) ticks.push({ at: at(n), words: words(n) });
  return { at, ticks };
}

// In the order of the table: arrow keys go along what happened, then along what was published.
function drawing(items, outlets, open) {
  const named = outlets.slice(0, LANES).map((o) => o.value);
  const lanes = [...named.map((name) => name ?? "no outlet"), ...(outlets.length > LANES ? ["other outlets"] : [])];
  const lane = (item) => { const i = named.indexOf(item.outlet ?? null); return i < 0 ? lanes.length - 1 : i; };
  const told = items.map((item) => ({ item, from: number(item.earliest), to: number(item.latest), rail: 0 }));
  const articles = [...new Map(items.filter((i) => i.published_at?.length >= 10).map((i) => [i.doc_id, i])).values()];
  const published = articles.map((item) => ({ item, from: number(item.published_at), to: number(item.published_at), rail: 1 }));
  const all = [...told, ...published.sort((a, b) => a.from - b.from)].filter((m) => Number.isFinite(m.from) && Number.isFinite(m.to));
  if (!all.length) return null;
  const { at, ticks } = scale(Math.min(...all.map((m) => m.from)), Math.max(...all.map((m) => m.to)));
  const marks = all.map((m) => ({ rail: m.rail, line: lane(m.item), from: at(m.from), to: at(m.to), day: m.from === m.to, open: !m.rail && m.item.mark,
    words: m.rail ? `${day(m.item.published_at)}: published: ${m.item.title ?? m.item.doc_id} (${outletOf(m.item) ?? "no outlet"})` : `${m.item.when}: ${line(m.item)} (${outletOf(m.item) ?? "no outlet"})` }));
  return drawn({ names: ["It happened", "It was published"], lanes, marks, lines: [lanes.length, lanes.length], ticks, opened: (i) => open(all[i].item) });
}

const line = (item) => `${item.mark ? `[${item.mark}] ` : ""}${item.passage}`;

function bars(filters, months) {
  const years = months.length > MONTHS;
  const counts = new Map();
  for (const { value, incidents } of months) {
    const key = years ? value.slice(0, 4) : value;
    counts.set(key, (counts.get(key) ?? 0) + incidents);
  }
  const most = Math.max(...counts.values());
  return counts.size > 1 ? el("details", { class: "bars", open: counts.size <= 12 }, el("summary", {}, `By ${years ? "year" : "month"}`), el("ul", {}, [...counts].map(([value, n]) => el("li", {},
    button(value, () => { location.hash = address({ ...filters, from: value, to: value }); }),
    svg("svg", { class: "bar", width: 200, height: 9, "aria-hidden": "true" }, svg("rect", { width: Math.max(2, (n / most) * 200), height: 9 })), el("small", {}, n))))) : null;
}

function narrowed(filters, { outlets, kinds }) {
  const choice = (name, values) => el("label", {}, el("span", {}, FILTERS[name]), el("select", { name }, el("option", { value: "" }, "all"),
    [...new Set([...values.map((v) => v.value).filter(Boolean), ...(filters[name] ? [filters[name]] : [])])].map((value) => el("option", { value, selected: filters[name] === value }, value))));
  const date = (name) => el("label", {}, el("span", {}, FILTERS[name]), el("input", { name, value: filters[name] ?? "", placeholder: "2031-04", pattern: "\\d{4}(-\\d{2}){0,2}", title: "A year, a month or a day, such as 2031-04", autocomplete: "off" }));
  const form = el("form", { class: "narrow", onsubmit: (e) => { e.preventDefault(); location.hash = address(Object.fromEntries(new FormData(form))); } },
    date("from"), date("to"), choice("outlet", outlets), choice("kind", kinds),
    el("label", { class: "tick" }, el("input", { type: "checkbox", name: "main", value: "true", checked: filters.main === "true" }), ` ${FILTERS.main}`),
    el("button", {}, "Show"));
  const without = (name) => Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
  const chips = Object.entries(filters).map(([name, value]) => {
    const words = name === "main" ? FILTERS.main : `${FILTERS[name].toLowerCase()}: ${value}`;
    return el("li", {}, button(`${words} ×`, () => { location.hash = address(without(name)); }, { "aria-label": `Remove ${words}` }));
  });
  return [form, chips.length ? el("ul", { class: "chips", "aria-label": "Narrowed by" }, chips) : null];
}

const row = (item) => el("tr", {}, el("td", { class: "when" }, item.when), el("td", { dir: "auto" }, item.about ? el("small", {}, `${item.about}: `) : null,
  item.mark ? [el("span", { class: "status denies" }, item.mark), " "] : null, el("a", { href: opened(item) }, item.passage)),
  el("td", { class: "word", dir: "auto" }, item.word), el("td", { class: "why", dir: "auto" }, item.why),
  el("td", { dir: "auto" }, link(shortened(item.title ?? item.doc_id, 90), "read", item.doc_id), el("small", {}, ` ${[outletOf(item), day(item.published_at)].filter(Boolean).join(" · ")}`)));

const opened = (item) => to("read", item.doc_id, `${item.start}-${item.end}`);

export async function timelines() {
  const filters = asked();
  const found = await get(["timeline"], { ...filters, limit: 300 });
  const counted = found.next ? `The first ${found.items.length} of ${plural(found.total, "incident")}: narrow them to see the others.` : `${plural(found.total, "incident")}.`;
  const undated = found.undated ? ` ${plural(found.undated, "incident")} of this library ${found.undated === 1 ? "has" : "have"} no date and ${found.undated === 1 ? "is" : "are"} not shown.` : "";
  show("Timeline", el("h1", {}, "Timeline"),
    el("p", { class: "quiet" }, "What happened, as each article tells it. The same incident told by two articles stands here twice."),
    narrowed(filters, found), el("p", { class: "quiet", id: "count" }, counted + undated),
    found.items.length ? [bars(filters, found.months), el("section", { class: "timeline", "aria-label": "Incidents" },
      drawing(found.items, found.outlets, (item) => { location.hash = opened(item); }),
      el("p", { class: "quiet" }, "Filled: that day. Outlined: a day somewhere in that time. Dashed: alleged, denied, left open, or yet to come."),
      el("table", { class: "incidents" }, el("thead", {}, el("tr", {}, ["When", "Passage", "Whose word", "Why this date", "Article"].map((h) => el("th", { scope: "col" }, h)))),
        el("tbody", {}, found.items.map(row))))] : null);
}

// The keyboard.

import { open, pin, unpin } from "./article.js";
import { GRADED } from "./claim.js";
import { $, button, el } from "./dom.js";

// Single letters can be switched off (WCAG 2.1.4); this browser remembers it.
const OFF = "reportedly keys off";
const areOff = () => localStorage.getItem(OFF) === "yes";

const KEYS = [
  ["j / k", "next, previous claim"], ["s", "next source"], ["Enter", "pin the focused claim"],
  ["Esc", "unpin"], ["/ or Ctrl-K", "search"], ["?", "this help"],
];
export const MARKS = [
  ["direct named", "N", "quoted, named source"], ["mixed unnamed", "U", "partly quoted, unnamed source"],
  ["indirect collective", "C", "paraphrased, a group"], ["indirect document", "D", "paraphrased, a document"],
  ["indirect nobody", "–", "paraphrased, no source given"],
];

export function help() {
  const box = $("keys");
  box.replaceChildren(el("h2", { id: "keys-title" }, "Keys and marks"),
    el("dl", { class: "keys" }, KEYS.map(([key, words]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, words)])),
    el("p", {}, "The line under a claim shows how it is quoted, the letter who says it:"),
    el("ul", { class: "legend" }, MARKS.map(([classes, letter, words]) =>
      el("li", {}, el("span", { class: `badge ${classes.split(" ")[1]}` }, letter), el("mark", { class: classes }, words)))),
    el("p", { class: "quiet" }, GRADED),
    el("p", {}, el("label", { class: "tick" }, el("input", { type: "checkbox", checked: !areOff(),
      onchange: (e) => (e.target.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")) }), " Single keys work")),
    button("Close", () => box.close()));
  box.showModal();
}

function nextSource() {
  const { claims } = open.record;
  const key = (c) => c.source_id ?? c.source_name;
  const from = Math.max(open.at, 0);
  const other = claims.findIndex((c, i) => i > open.at && (open.at < 0 || key(c) !== key(claims[from])));
  pin(other < 0 ? 0 : other, true);
}

export function onKey(e) {
  const typing = e.target.closest?.("input, textarea, select");
  if ((e.ctrlKey || e.metaKey) && e.key === "k") {
    e.preventDefault();
    return $("q").focus();
  }
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape") {
    const menu = document.querySelector(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (typing) typing.blur();
    else if (open.record && $("detail")) unpin();
    return;
  }
  if (typing || areOff() || $("keys").open) return;
  const reading = open.record && document.querySelector(".reading");
  const action = {
    "/": () => $("q").focus(), "?": help,
    j: reading && (() => pin(Math.min(open.at + 1, open.record.claims.length - 1), true)),
    k: reading && (() => pin(Math.max(open.at - 1, 0), true)),
    s: reading && nextSource,
  }[e.key];
  if (action) {
    e.preventDefault();
    action();
  }
}

// The views, chosen by the part of the address after #.

import { changes, leave } from "./api.js";
import { open, place, reading } from "./article.js";
import { copies } from "./copies.js";
import { log } from "./correct.js";
import { $, el, show, to } from "./dom.js";
import { drop, onDrop } from "./drop.js";
import { help, onKey } from "./keys.js";
import { library, source } from "./library.js";
import { search } from "./search.js";
import { timelines } from "./timelines.js";
import { trace } from "./trace.js";

const VIEWS = { "": library, read: reading, text: place, search, copies, trace, source, new: drop, timeline: timelines, corrections: log };

// Lists come back as they were left, with all that was loaded and where one stood, until something is changed.
const LISTS = ["", "search", "source", "timeline", "corrections"];
const MOST_KEPT = 8;
const left = new Map();
let turn = 0, here = null;

const isBack = () => history.state?.seen === true;

function leaveList() {
  if (!here || !LISTS.includes(here.name)) return;
  left.delete(here.hash);
  left.set(here.hash, { nodes: [...$("main").childNodes], title: document.title, y: here.y, changes: changes() });
  if (left.size > MOST_KEPT) left.delete(left.keys().next().value);
}

function comeBack() {
  const kept = left.get(location.hash);
  if (!isBack() || kept?.changes !== changes()) return false;
  document.title = kept.title;
  $("main").replaceChildren(...kept.nodes);
  window.scrollTo(0, kept.y);
  return true;
}

async function view() {
  const mine = ++turn;
  const [named, ...parts] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const first = here === null;
  leaveList();
  leave();
  open.record = null;
  if (named !== "search") $("q").value = "";
  document.querySelectorAll("nav a").forEach((a) => {
    const same = a.hash.replace(/^#\/?/, "").split("/")[0] === named;
    same ? a.setAttribute("aria-current", "page") : a.removeAttribute("aria-current");
  });
  here = { name: named, hash: location.hash, y: 0 };
  if (comeBack()) return;
  history.replaceState({ seen: true }, "");
  const slow = setTimeout(() => $("main").setAttribute("aria-busy", "true"), 200);
  try {
    await (VIEWS[named] ?? library)(...parts);
  } catch (e) {
    if (mine === turn) show("", el("h1", {}, "This could not be shown"), el("p", { role: "alert" }, e.message));
  }
  clearTimeout(slow);
  if (mine !== turn) return;
  $("main").removeAttribute("aria-busy");
  // who reads by ear or by keyboard goes on at the new heading
  if (!first && !$("main").contains(document.activeElement)) focusHeading();
}

function focusHeading() {
  const heading = $("main").querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

$("find").addEventListener("submit", (e) => {
  e.preventDefault();
  const q = $("q").value.trim();
  if (q) location.hash = to("search", q);
});
$("help").addEventListener("click", help);
$("skip").addEventListener("click", (e) => { e.preventDefault(); $("main").focus(); });
document.addEventListener("keydown", onKey);
document.addEventListener("dragover", (e) => { e.preventDefault(); $("main").classList.add("over"); });
document.addEventListener("dragleave", () => $("main").classList.remove("over"));
document.addEventListener("drop", onDrop);
window.addEventListener("scroll", () => { if (here) here.y = window.scrollY; }, { passive: true });
history.scrollRestoration = "manual";
window.addEventListener("hashchange", view);
// a menu closes where one clicks elsewhere
document.addEventListener("click", (e) => document.querySelectorAll(".menu[open]").forEach((menu) => { if (!menu.contains(e.target)) menu.open = false; }));
view();

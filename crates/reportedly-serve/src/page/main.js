// The views, chosen by the part of the address after #.

import { leave } from "./api.js";
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

let turn = 0;
async function view() {
  const mine = ++turn;
  const [name, ...parts] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  leave();
  open.record = null;
  if (name !== "search") $("q").value = "";
  document.querySelectorAll("nav a").forEach((a) => {
    const here = a.hash.replace(/^#\/?/, "").split("/")[0] === name;
    here ? a.setAttribute("aria-current", "page") : a.removeAttribute("aria-current");
  });
  try {
    await (VIEWS[name] ?? library)(...parts);
  } catch (e) {
    if (mine === turn) show("", el("h1", {}, "This could not be shown"), el("p", { role: "alert" }, e.message));
  }
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
window.addEventListener("hashchange", view);
view();

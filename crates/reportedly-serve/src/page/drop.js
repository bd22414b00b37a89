// Reads a page or a text; it is added to the library only if the user says so.

import { send } from "./api.js";
import { shown } from "./article.js";
import { $, button, el, say, show } from "./dom.js";

const MOST = 8 << 20;

async function read(body, type) {
  if (body.size > MOST || body.length > MOST) return say("This is larger than 8 MB: send only the article.");
  say("Reading …");
  try {
    const [record, told] = await Promise.all([{}, { as: "timeline" }].map((query) => send(["read"], body, type, query)));
    shown(record, told, false);
    say("Done. It is not in the library yet.");
    document.querySelector(".head .tools").prepend(button("Add to the library", async () => {
      try {
        const kept = await send(["documents"], body, type);
        location.hash = `#/read/${encodeURIComponent(kept.doc_id)}`;
        say(kept.state === "known" ? "It was already in the library." : "Added to the library.");
      } catch (e) { say(e.message); }
    }, { class: "main" }));
  } catch (e) {
    say(e.message);
  }
}

export const file = (f) => read(f, /\.x?html?$/i.test(f.name) || f.type.includes("html") ? "text/html" : "text/plain");

export function drop() {
  const text = el("textarea", { id: "paste", rows: 10, placeholder: "Paste a text", "aria-label": "Paste a text" });
  const picked = el("input", { type: "file", id: "file", accept: ".html,.htm,.xhtml,.txt", "aria-label": "A saved page or a text", onchange: () => picked.files[0] && file(picked.files[0]) });
  show("Read a page", el("h1", {}, "Read a page or a text"),
    el("p", {}, "Drop a saved page anywhere on this window, choose a file, or paste a text. It is read on this machine and kept only if you say so."),
    el("div", { class: "drop" }, picked, text, button("Read the text", () => (text.value.trim() ? read(text.value, "text/plain") : say("Paste a text first.")), { class: "main" })));
}

export function onDrop(e) {
  const [dropped] = e.dataTransfer?.files ?? [];
  if (!dropped) return;
  e.preventDefault();
  $("main").classList.remove("over");
  file(dropped);
}

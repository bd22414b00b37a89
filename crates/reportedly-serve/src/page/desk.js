// What people do with an article: correct what is known of it, tag it, write notes on it, remove it.

import { correct, get, note, remove, tag } from "./api.js";
import { reading } from "./article.js";
import { signature, told } from "./correct.js";
import { $, button, day, el, say } from "./dom.js";

const tried = async (work, said) => {
  try {
    await work();
    if (said) say(said);
  } catch (e) {
    say(e.message);
  }
};

const input = (name, words, value) => el("label", {}, el("span", {}, words), el("input", { name, value: value ?? "", autocomplete: "off" }));

// What is known of the article, in a form. Only what was changed is sent.
export function mending(record) {
  const old = { date: record.published_at ?? "", outlet: record.outlet ?? "", title: record.title ?? "", byline: (record.byline ?? []).join(", ") };
  const save = (form) => tried(async () => {
    const given = told(form);
    const changed = Object.fromEntries(Object.keys(old).filter((name) => given[name] !== old[name]).map((name) => [name, given[name]]));
    if ("byline" in changed) changed.byline = changed.byline.split(",").map((name) => name.trim()).filter(Boolean);
    const { doc_ids } = await correct({ doc_id: record.doc_id, ...changed, why: given.why, who: given.who });
    await reading(record.doc_id);
    say(doc_ids.length > 1 ? `Corrected, also in ${doc_ids.length - 1} with the same text.` : "Corrected.");
  });
  const box = el("form", { class: "correct", onsubmit: (e) => { e.preventDefault(); save(box); } },
    el("h2", {}, "What is known of this article"), el("p", { class: "quiet" }, "An empty field says that there is none."),
    input("date", "Date, such as 2031-04-05", old.date), input("outlet", "Outlet", old.outlet),
    input("title", "Headline", old.title), input("byline", "Authors, separated by commas", old.byline), signature(),
    el("div", { class: "tools" }, el("button", { class: "main" }, "Save"), button("Cancel", () => reading(record.doc_id)),
      button("Remove from the library", () => removing(record))));
  $("detail").replaceChildren(box);
  $("detail").classList.add("pinned");
  box.querySelector("input").focus({ preventScroll: true });
}

// Asks once: what is removed cannot be brought back.
function removing(record) {
  const gone = () => tried(async () => {
    await remove(record.doc_id);
    location.hash = "#/";
  }, "Removed. Earlier backups and exports are not changed.");
  $("detail").replaceChildren(el("h2", {}, "Remove this article?"),
    el("p", {}, "Its text, claims, notes and corrections are erased from the library file for good. This cannot be undone."),
    el("div", { class: "tools" }, button("Remove for good", gone, { class: "main" }), button("Cancel", () => mending(record))));
  $("detail").querySelector("button").focus({ preventScroll: true });
}

// Tags and notes, below the article's sources.
export function written(record) {
  const box = el("section", { class: "written", "aria-label": "Tags and notes" });
  const fill = async () => {
    const [tags, notes] = await Promise.all(["tags", "notes"].map((name) => get([name], { doc_id: record.doc_id, limit: 1000 })));
    box.replaceChildren(el("h2", {}, "Tags and notes"),
      el("ul", { class: "chips" }, tags.items.map(({ tag: name }) => el("li", {}, button(`${name} ×`, () => tried(async () => {
        await tag({ doc_id: record.doc_id, remove: [name] });
        await fill();
      }), { "aria-label": `Take off the tag ${name}` })))),
      line("Add a tag", (words) => tag({ doc_id: record.doc_id, add: [words] })),
      el("ul", {}, notes.items.map((row) => el("li", {}, el("p", { dir: "auto" }, row.words),
        el("p", { class: "about" }, `${row.who}, ${day(row.made_at)}${row.claim_id ? ", on a claim" : ""} `,
          button("Delete", () => tried(async () => {
            await note({ delete: row.note_id });
            await fill();
          }), { "aria-label": `Delete the note of ${row.who}` }))))),
      line("Write a note", (words) => note({ id: record.doc_id, words })));
  };
  const line = (label, save) => {
    const form = el("form", { class: "line", onsubmit: (e) => {
      e.preventDefault();
      const words = form.querySelector("input").value.trim();
      if (words) tried(async () => {
        await save(words);
        await fill();
        box.querySelector(`input[aria-label="${label}"]`)?.focus({ preventScroll: true });
      });
    } }, el("input", { "aria-label": label, placeholder: label, autocomplete: "off" }), el("button", {}, "Add"));
    return form;
  };
  tried(fill);
  return box;
}

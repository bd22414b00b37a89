// Corrections by hand, each with a way back, and their log.

import { correct, get } from "./api.js";
import * as C from "./claim.js";
import { open, reading } from "./article.js";
import { $, button, day, el, link, plural, say, show } from "./dom.js";

const selected = () => String(getSelection()).trim();

function field(name, words, value) {
  const input = el("textarea", { name, rows: { content: 3, source: 2 }[name] ?? 1, "aria-label": words });
  input.value = value;
  return el("label", {}, el("span", {}, words), input, button("Use the selected words", () => {
    if (!selected()) return say("Select words in the article first.");
    input.value = selected();
  }, { onmousedown: (e) => e.preventDefault() }));
}

function form(title, claim, save, remove, more) {
  const fields = [
    field("content", "What is said", claim ? C.content(claim) : selected()),
    field("source", "Source (leave empty if none is given)", claim ? C.words(claim.source) : ""),
    field("cue", "Cue: the words that attribute it (leave empty if none)", claim?.cue?.text ?? ""),
  ];
  const box = el("form", { class: "correct", onsubmit: (e) => { e.preventDefault(); save(Object.fromEntries(new FormData(box))); } },
    el("h2", {}, title), el("p", { class: "quiet" }, "Copy the words exactly from the text; separate pieces with “ … ”."), fields,
    el("div", { class: "tools" }, el("button", { class: "main" }, "Save"), remove ? button("Not a claim", remove) : null,
      button("Cancel", () => reading(open.record.doc_id, claim?.claim_id))), more);
  $("detail").replaceChildren(box);
  $("detail").classList.add("pinned");
  box.querySelector("textarea").focus({ preventScroll: true });
}

export function correcting(record, claim) {
  const save = (given) => {
    const old = { content: C.content(claim), source: C.words(claim.source), cue: claim.cue?.text ?? "" };
    const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== old[name]));
    done(record, { claim_id: claim.claim_id, ...changed });
  };
  form("Correct this claim", claim, save, () => done(record, { claim_id: claim.claim_id, remove: true }), same(record, claim));
}

export function adding(record) {
  form("Add a claim", null, (given) => done(record, { doc_id: record.doc_id, ...given }));
}

async function done(record, correction) {
  try {
    const told = await correct(correction);
    await reading(record.doc_id, told.claim_id);
    say("Corrected.", { words: "Undo", run: () => undoLast(record, told.claim_id) });
  } catch (e) {
    say(e.message);
  }
}

// The other sources, each by the fullest words that name it.
function others(record, claim) {
  const named = new Map();
  for (const c of record.claims) {
    if (c.source_id === claim.source_id || !c.source.length) continue;
    const words = C.words(c.source);
    if (!named.has(c.source_id) || named.get(c.source_id).words.length < words.length) named.set(c.source_id, { words, name: C.sourceName(c) });
  }
  return [...named.values()];
}

function same(record, claim) {
  const all = others(record, claim);
  if (!all.length || !claim.source_id) return null;
  const select = el("select", { "aria-label": "The same source as" }, all.map((o, i) => el("option", { value: i }, o.name)));
  const claims = record.claims.filter((c) => c.source_id === claim.source_id);
  return el("fieldset", {}, el("legend", {}, "The same source as"), select,
    button(`Merge the two sources (${plural(claims.length, "claim")})`, () => merge(record, claims, all[Number(select.value)].words)));
}

// Merges two sources: the claims of the first are attributed to the words that name the second, one by one,
// so that the log shows each change.
async function merge(record, claims, words) {
  const made = [];
  try {
    for (const claim of claims) made.push((await correct({ claim_id: claim.claim_id, source: words })).claim_id);
  } catch (e) {
    say(e.message);
  }
  await reading(record.doc_id, claims[0].claim_id);
  if (made.length) say(`${made.length} corrected.`, { words: "Undo", run: async () => {
    for (const id of [...made].reverse()) await undoLast(record, id);
  } });
}

async function undoLast(record, claimId) {
  const log = await get(["corrections"], { text_sha256: record.text_sha256, limit: 1000 });
  const last = log.items.filter((row) => row.claim_id === claimId).at(-1);
  if (last) await undo(last.correction_id, record.doc_id, claimId);
}

async function undo(id, docId, claimId) {
  try {
    await correct({ undo: id });
    await reading(docId, claimId);
    say("Undone; the log keeps both entries.");
  } catch (e) {
    say(e.message);
  }
}

const words = (claim) => claim ? `${C.sourceName(claim)}: ${C.content(claim)}` : "no claim";

export async function log() {
  const all = await get(["corrections"], { limit: 1000 });
  const rows = [...all.items].reverse().map((row) => el("tr", {},
    el("td", {}, `${day(row.made_at)} ${row.made_at.slice(11, 16)}`), el("td", {}, row.who),
    el("td", { dir: "auto" }, words(row.old)), el("td", { dir: "auto" }, words(row.new)),
    el("td", {}, link("Article", "text", row.text_sha256, range(row), "correction"), " ",
      button("Undo", async () => {
        try {
          await correct({ undo: row.correction_id });
          await log();
          say("Undone; the log keeps both entries.");
        } catch (e) { say(e.message); }
      }))));
  show("Corrections", el("h1", {}, "Corrections by hand"),
    el("p", { class: "quiet" }, "Nothing is deleted from this log: undoing a correction adds an entry that reverses it. Corrections are kept when articles are read again."),
    rows.length ? el("div", { class: "wide" }, el("table", {}, el("thead", {}, el("tr", {},
      ["When", "Who", "Before", "After", ""].map((h) => el("th", { scope: "col" }, h)))), el("tbody", {}, rows)))
      : el("p", {}, "No corrections yet. Open an article, choose a claim and press “Correct”."));
}

const range = (row) => {
  const claim = row.new ?? row.old;
  return `${claim.content[0].start}-${claim.content.at(-1).end}`;
};

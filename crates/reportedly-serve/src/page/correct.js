// Corrections by hand, each with a way back, and their log.

import { correct, get } from "./api.js";
import * as C from "./claim.js";
import { open, pin, reading } from "./article.js";
import { $, button, day, el, link, plural, say, show } from "./dom.js";

// How a claim is presented, as the API names it: the field of the claim, what it is, and its values.
const PRESENTED = {
  kind: ["source_kind", "Kind of source", ["person", "organization", "outlet", "document", "unnamed", "collective", "author", "unstated"]],
  stance: ["stance", "What the source does", ["asserts", "denies", "asks", "wants", "accuses", "praises", "none"]],
  certainty: ["certainty", "How sure", ["certain", "probable", "possible", "underspecified"]],
  polarity: ["polarity", "Affirmed or denied", ["affirmed", "denied", "underspecified"]],
};

function choice(name, claim) {
  const [field, words, values] = PRESENTED[name];
  const now = claim?.[field] ?? "";
  return el("label", {}, el("span", {}, words), el("select", { name }, ["", ...values].filter((v) => v || !now).map((v) => el("option", { value: v, selected: v === now }, v || "as the reader finds"))));
}

// The name for the log, kept by this browser, and the reason.
const NAME = "reportedly name";
export const signature = () => [
  el("label", {}, el("span", {}, "Reason (optional)"), el("input", { name: "why", autocomplete: "off" })),
  el("label", {}, el("span", {}, "Your name, for the log"), el("input", { name: "who", value: localStorage.getItem(NAME) ?? "", autocomplete: "name" })),
];
// What a form says; of a name what is new is kept.
export function told(form) {
  const given = Object.fromEntries(new FormData(form));
  if (given.who) localStorage.setItem(NAME, given.who);
  return given;
}

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
    el("details", { open: Boolean(claim) }, el("summary", {}, "How it is presented"), Object.keys(PRESENTED).map((name) => choice(name, claim))),
    signature(),
  ];
  const box = el("form", { class: "correct", onsubmit: (e) => { e.preventDefault(); save(told(box)); } },
    el("h2", {}, title), el("p", { class: "quiet" }, "Copy the words exactly from the text; separate pieces with “ … ”."), fields,
    el("div", { class: "tools" }, el("button", { class: "main" }, "Save"), remove ? button("Not a claim", remove) : null,
      button("Cancel", () => reading(open.record.doc_id, claim?.claim_id))), more);
  $("detail").replaceChildren(box);
  $("detail").classList.add("pinned");
  box.querySelector("textarea").focus({ preventScroll: true });
}

export function correcting(record, claim) {
  const save = (given) => {
    const old = { content: C.content(claim), source: C.words(claim.source), cue: claim.cue?.text ?? "", why: "", who: "" };
    for (const [name, [field]] of Object.entries(PRESENTED)) old[name] = claim[field] ?? "";
    const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== old[name]));
    done(record, { claim_id: claim.claim_id, ...changed });
  };
  form("Correct this claim", claim, save, () => done(record, { claim_id: claim.claim_id, remove: true }), same(record, claim));
}

export function adding(record) {
  const filled = (given) => Object.fromEntries(Object.entries(given).filter(([name, value]) => value || ["cue", "source"].includes(name)));
  form("Add a claim", null, (given) => done(record, { doc_id: record.doc_id, ...filled(given) }));
}

async function done(record, correction) {
  try {
    const told = await correct(correction);
    const at = open.at;
    await reading(record.doc_id, told.claim_id);
    // what is no claim any more is gone: on to the one that stands there now
    if (correction.remove) pin(Math.min(Math.max(at, 0), open.record.claims.length - 1), true);
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
  const select = el("select", { "aria-label": "The same source as" }, [el("option", { value: "" }, "Choose a source"), ...all.map((o, i) => el("option", { value: i }, o.name))]);
  const claims = record.claims.filter((c) => c.source_id === claim.source_id);
  return el("fieldset", {}, el("legend", {}, "The same source as"), select,
    button(`Merge the two sources (${plural(claims.length, "claim")})`, () => (select.value ? merge(record, claims, all[Number(select.value)].words) : say("Choose a source first."))));
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

// What a correction says, before or after: of a claim its words and how it is presented, of an article what is known.
const words = (row, side) => {
  const value = row[side];
  if (!value) return row.claim_id ? "no claim" : "removed";
  if (value.content) return `${C.sourceName(value)}: ${C.content(value)} [${[value.source_kind, value.stance, value.certainty, value.polarity].filter(Boolean).join(", ")}]`;
  return Object.entries(value).filter(([name]) => !name.startsWith("published_at_")).map(([name, v]) => `${name.replace("published_at", "date")}: ${v ?? "none"}`).join("; ");
};

// What each correction is about; only the last about the same can be undone.
const about = (row) => (row.doc_id ? Object.keys(row.new ?? {}).map((name) => `${row.doc_id} ${name}`) : [`${row.text_sha256} ${row.claim_id}`]);

export async function log() {
  const all = await get(["corrections"], { limit: 1000 });
  const seen = new Set();
  const isLast = (row) => {
    const own = about(row);
    const last = (row.old || row.new) && own.every((one) => !seen.has(one));
    own.forEach((one) => seen.add(one));
    return last;
  };
  const rows = [...all.items].reverse().map((row) => el("tr", {},
    el("td", {}, `${day(row.made_at)} ${row.made_at.slice(11, 16)}`), el("td", {}, row.who, row.why ? el("small", { dir: "auto" }, ` ${row.why}`) : null),
    el("td", { dir: "auto" }, words(row, "old")), el("td", { dir: "auto" }, words(row, "new")),
    el("td", {}, row.doc_id ? link("Article", "read", row.doc_id) : row.claim_id ? link("Article", "text", row.text_sha256, range(row), "correction") : null, " ",
      !isLast(row) ? null : button("Undo", async () => {
        try {
          await correct({ undo: row.correction_id });
          await log();
          say("Undone; the log keeps both entries.");
        } catch (e) { say(e.message); }
      }))));
  show("Corrections", el("h1", {}, "Corrections by hand"),
    el("p", { class: "quiet" }, "Nothing is deleted from this log: undoing a correction adds an entry that reverses it. Corrections are kept when articles are read again."),
    rows.length ? el("div", { class: "wide" }, el("table", {}, el("thead", {}, el("tr", {},
      ["When", "Who and why", "Before", "After", "Action"].map((h) => el("th", { scope: "col" }, h)))), el("tbody", {}, rows)))
      : el("p", {}, "No corrections yet. Open an article, choose a claim and press “Correct”."));
}

const range = (row) => {
  const claim = row.new ?? row.old;
  return `${claim.content[0].start}-${claim.content.at(-1).end}`;
};

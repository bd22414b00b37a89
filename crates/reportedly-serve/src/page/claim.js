// What one claim is, in words.

import { el, outletOf } from "./dom.js";

const KINDS = {
  person: ["N", "named", "a named person"],
  organization: ["N", "named", "a named organization"],
  outlet: ["N", "named", "another outlet"],
  unnamed: ["U", "unnamed", "an unnamed source"],
  collective: ["C", "collective", "a group"],
  document: ["D", "document", "a document"],
  author: ["A", "author", "the author"],
};
const MODES = { direct: "quoted", mixed: "partly quoted", indirect: "paraphrased" };
// Least confidence, and how many of a hundred are right: as in the core's `reading/grade.rs`.
const GRADES = [["sure", 0.95, 97], ["likely", 0.75, 88], ["unsure", 0, 42]];
export const GRADED = "Sure, likely, unsure: the reader had words, source, kind and name of "
  + `${GRADES[0][2]}, ${GRADES[1][2]} and ${GRADES[2][2]} of 100 such claims right in articles that it did not know. `
  + "It says nothing about whether they are true.";
const TOLD = ["not at all", "by category", "by rank or role", "by access to the facts"];

// Named is who is called by a name, as the profile counts it; "he" is not.
const NAMED = ["person", "organization", "outlet"];
const WITHOUT = ["U", "unnamed", "somebody whose name is not given"];
export const kind = (claim) => (NAMED.includes(claim.source_kind) && !claim.source_name ? WITHOUT : KINDS[claim.source_kind]) ?? ["–", "nobody", "no source given"];
export const mode = (claim) => MODES[claim.mode] ?? claim.mode;
export const content = (claim) => claim.content.map((p) => p.text).join(" … ");
export const words = (places) => places.map((p) => p.text).join(" … ");

export function sourceName(claim) {
  return claim.source_name || (claim.source.length ? words(claim.source) : claim.source_kind ? "No source given" : "Source not read");
}

// What must stand beside the words so that they are not misread: "denies", why it is no assertion, the hedge.
export function status(claim) {
  const denies = claim.stance === "denies" ? "denies" : null;
  return [denies, denies ? null : claim.unasserted, claim.hedge && `“${claim.hedge.text}”`].filter(Boolean).join(", ");
}

export const cue = (claim) => (claim.cue?.text ?? "").replace(/[:\s]+$/u, "");

// The same as a mark in a list; nothing where the source just states it.
export const marked = (claim) => (status(claim) ? el("small", { class: claim.stance === "denies" ? "status denies" : "status" }, status(claim)) : null);

export function badge(claim, n) {
  return `${kind(claim)[0]}${n}`;
}

export function label(claim, n) {
  return [`${badge(claim, n)}: ${sourceName(claim)}`, kind(claim)[2], status(claim), cue(claim), mode(claim)].filter(Boolean).join(", ");
}

// Rows of name and value; what is not known is left out.
export function facts(claim) {
  const specificity = claim.source_specificity;
  return [
    ["Source", sourceName(claim)],
    ["In the text", claim.source.length ? `“${words(claim.source)}”` : null],
    ["Role", claim.source_title],
    ["Kind", claim.source_kind && kind(claim)[1] !== claim.source_kind ? `${kind(claim)[1]} (${claim.source_kind})` : kind(claim)[1]],
    ["Described", specificity === null || specificity === undefined ? null : `${TOLD[specificity]} (${specificity} of 3)`],
    ["Why unnamed", claim.anonymity_reason ? `“${claim.anonymity_reason.text}”` : null],
    ["Through", claim.via?.text],
    ["Cue", claim.cue ? `“${claim.cue.text}”` : "none"],
    ["Quotation", mode(claim)],
    ["Presented", status(claim)],
    ["Reader", claim.method === "hand" ? "corrected by hand" : `${grade(claim)} (${claim.method})`],
    ["Reasons", (claim.reasons ?? []).join("; ")],
  ].filter(([, value]) => value);
}

// Survives another reading: it names the text by its digest and the words by their place.
export function permalink(record, claim) {
  const first = claim.content[0];
  const end = claim.content[claim.content.length - 1].end;
  const start = encodeURIComponent(Array.from(first.text).slice(0, 40).join(""));
  return `${location.origin}/#/text/${record.text_sha256}/${first.start}-${end}/${start}`;
}

function grade(claim) {
  const [name, , right] = GRADES.find(([, least]) => claim.confidence >= least);
  return `${name}: ${right} of 100 such claims are right in words, source, kind and name`;
}

export function citation(record, claim) {
  const first = claim.content[0];
  const end = claim.content[claim.content.length - 1].end;
  const about = [outletOf(record), record.title && `“${record.title}”`, record.published_at?.slice(0, 10), record.canonical_url ?? record.url];
  const from = about.filter(Boolean).join(", ");
  const told = [sourceName(claim), status(claim) && `[${status(claim)}]`, cue(claim)].filter(Boolean).join(" ");
  const quoted = claim.mode === "direct" ? content(claim) : `[${mode(claim)}] ${content(claim)}`;
  return `${told}: ${quoted}${from ? " — " + from : ""} (characters ${first.start}–${end} of text ${record.text_sha256.slice(0, 12)})`;
}

// What one claim is, in words.

const KINDS = {
  person: ["N", "named", "a named person"],
  organization: ["N", "named", "a named organization"],
  outlet: ["N", "named", "another outlet"],
  unnamed: ["U", "unnamed", "a source without a name"],
  collective: ["C", "collective", "a group"],
  document: ["D", "document", "a document"],
  author: ["A", "author", "the author"],
};
const MODES = { direct: "quoted", mixed: "partly quoted", indirect: "retold" };
const TOLD = ["nothing is told of it", "a category", "a rank or role", "what it has access to"];

// Named is who is called by a name, as the profile counts it; "he" is not.
const NAMED = ["person", "organization", "outlet"];
const WITHOUT = ["U", "unnamed", "somebody whose name is not given"];
export const kind = (claim) => (NAMED.includes(claim.source_kind) && !claim.source_name ? WITHOUT : KINDS[claim.source_kind]) ?? ["–", "nobody", "nobody is named"];
export const mode = (claim) => MODES[claim.mode] ?? claim.mode;
export const content = (claim) => claim.content.map((p) => p.text).join(" … ");
export const words = (places) => places.map((p) => p.text).join(" … ");

export function sourceName(claim) {
  return claim.source_name || (claim.source.length ? words(claim.source) : "Nobody named");
}

export function certainty(claim) {
  const parts = [claim.certainty === "underspecified" ? "not asserted" : claim.certainty];
  if (claim.polarity === "denied") parts.push("as not so");
  return parts.filter(Boolean).join(", ");
}

export function badge(claim, n) {
  return `${kind(claim)[0]}${n}`;
}

export function label(claim, n) {
  return `${badge(claim, n)}: ${sourceName(claim)}, ${kind(claim)[2]}, ${mode(claim)}`;
}

// Rows of name and value; what is not known is left out.
export function facts(claim) {
  const specificity = claim.source_specificity;
  return [
    ["Source", sourceName(claim)],
    ["In the text", claim.source.length ? `“${words(claim.source)}”` : null],
    ["Role", claim.source_title],
    ["Kind", claim.source_kind && kind(claim)[1] !== claim.source_kind ? `${kind(claim)[1]} (${claim.source_kind})` : kind(claim)[1]],
    ["Told of it", specificity === null || specificity === undefined ? null : `${TOLD[specificity]} (${specificity} of 3)`],
    ["Why unnamed", claim.anonymity_reason ? `“${claim.anonymity_reason.text}”` : null],
    ["By way of", claim.via?.text],
    ["Cue", claim.cue ? `“${claim.cue.text}”` : "none"],
    ["Told", mode(claim)],
    ["Presented as", certainty(claim) + (claim.hedge ? ` (“${claim.hedge.text}”)` : "")],
    ["Reader", claim.method === "hand" ? "corrected by hand" : `${Math.round(claim.confidence * 100)}% sure of source and words (${claim.method})`],
    ["Why", (claim.reasons ?? []).join("; ")],
  ].filter(([, value]) => value);
}

// Survives another reading: it names the text by its digest and the words by their place.
export function permalink(record, claim) {
  const first = claim.content[0];
  const end = claim.content[claim.content.length - 1].end;
  const start = encodeURIComponent(Array.from(first.text).slice(0, 40).join(""));
  return `${location.origin}/#/text/${record.text_sha256}/${first.start}-${end}/${start}`;
}

export function citation(record, claim) {
  const first = claim.content[0];
  const end = claim.content[claim.content.length - 1].end;
  const about = [record.outlet, record.title && `“${record.title}”`, record.published_at?.slice(0, 10), record.canonical_url ?? record.url];
  const from = about.filter(Boolean).join(", ");
  const quoted = claim.mode === "direct" ? content(claim) : `[${mode(claim)}] ${content(claim)}`;
  return `${quoted} — ${sourceName(claim)}${from ? ", in " + from : ""} (characters ${first.start}–${end} of text ${record.text_sha256.slice(0, 12)})`;
}

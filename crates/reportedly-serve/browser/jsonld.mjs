// Holds our JSON-LD against the vocabularies of others: every term must survive expansion, stand in its
// vocabulary, and be used on and with what the vocabulary says. See README.md beside it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import jsonld from "jsonld";
import * as canonize from "rdf-canonize";

const root = new URL("../../../", import.meta.url).pathname;
const program = process.env.REPORTEDLY ?? join(root, "target/release/reportedly");
const find = createRequire(import.meta.url).resolve;
const file = (name) => readFileSync(find(name), "utf8");

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const OA = "http://www.w3.org/ns/oa#", AS = "https://www.w3.org/ns/activitystreams#", SCHEMA = "http://schema.org/";
const PROV = "http://www.w3.org/ns/prov#", TERMS = "http://purl.org/dc/terms/", DC = "http://purl.org/dc/elements/1.1/";
const INTERSECTION = "http://www.w3.org/2002/07/owl#intersectionOf";
const OURS = "urn:reportedly:";
// of vocabularies that describe anything and whose terms are few
const OTHERS = [`${RDF}type`, `${RDF}value`, `${RDF}first`, `${RDF}rest`, `${RDF}nil`, `${RDFS}label`];

// The contexts are not fetched. That of annotations holds the terms that we use, as appendix A of the Web
// Annotation Vocabulary gives them; that of schema.org is its @vocab, and the terms that name other things.
const term = (id, type) => ({ "@id": id, ...(type ? { "@type": type } : {}) });
const oa = (name, type) => term(OA + name, type);
const number = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
const CONTEXTS = {
  "http://www.w3.org/ns/anno.jsonld": {
    id: "@id", type: "@type",
    Annotation: oa("Annotation"), TextualBody: oa("TextualBody"), TextQuoteSelector: oa("TextQuoteSelector"), TextPositionSelector: oa("TextPositionSelector"),
    AnnotationCollection: term(`${AS}OrderedCollection`), AnnotationPage: term(`${AS}OrderedCollectionPage`),
    body: oa("hasBody", "@id"), target: oa("hasTarget", "@id"), source: oa("hasSource", "@id"), selector: oa("hasSelector", "@id"),
    motivation: oa("motivatedBy", "@vocab"), purpose: oa("hasPurpose", "@vocab"), describing: oa("describing"),
    exact: oa("exact"), prefix: oa("prefix"), suffix: oa("suffix"), start: oa("start", number), end: oa("end", number),
    value: term(`${RDF}value`), format: term("http://purl.org/dc/elements/1.1/format"), label: term(`${RDFS}label`),
    first: term(`${AS}first`, "@id"), startIndex: term(`${AS}startIndex`, number), total: term(`${AS}totalItems`, number),
    items: { "@id": `${AS}items`, "@type": "@id", "@container": "@list" },
  },
  "https://schema.org": { "@vocab": SCHEMA, url: term(`${SCHEMA}url`, "@id"), datePublished: term(`${SCHEMA}datePublished`, `${SCHEMA}Date`), dateModified: term(`${SCHEMA}dateModified`, `${SCHEMA}Date`) },
};
const documentLoader = async (url) => {
  const context = CONTEXTS[url];
  assert.ok(context, `${url} is no context that we know`);
  return { document: { "@context": context }, documentUrl: url };
};

// A vocabulary: what is said of each of its terms.
class Vocabulary {
  constructor(name) {
    this.said = new Map();
    for (const { subject, predicate, object } of canonize.NQuads.parse(file(name))) {
      const key = `${subject.value} ${predicate.value}`;
      this.said.set(key, [...(this.said.get(key) ?? []), object.value]);
    }
  }
  of(subject, ...predicates) {
    return predicates.flatMap((p) => this.said.get(`${subject} ${p}`) ?? []);
  }
  has(iri) {
    return this.of(iri, `${RDF}type`).length > 0;
  }
  above(types) {
    const all = new Set(types);
    // what lies in an intersection lies in each part of it
    for (const type of all) [...this.of(type, `${RDFS}subClassOf`), ...this.of(type, INTERSECTION).flatMap((l) => this.list(l))].forEach((t) => all.add(t));
    return all;
  }
  list(node) {
    return [...this.of(node, `${RDF}first`), ...this.of(node, `${RDF}rest`).flatMap((rest) => this.list(rest))];
  }
}
const vocabularies = { [OA]: new Vocabulary("@vocabulary/oa/oa.nq"), [AS]: new Vocabulary("@vocabulary/as/as.nq"), [SCHEMA]: new Vocabulary("@vocabulary/schema/schema.nq"), [PROV]: new Vocabulary("@vocabulary/prov/prov.nq"), [DC]: new Vocabulary("@vocabulary/dc11/dc11.nq"), [TERMS]: new Vocabulary("@vocabulary/dcterms/dcterms.nq") };
const DOMAIN = [`${RDFS}domain`, "http://schema.org/domainIncludes", "https://schema.org/domainIncludes"];
const RANGE = [`${RDFS}range`, "http://schema.org/rangeIncludes", "https://schema.org/rangeIncludes"];
// what schema.org calls a value
const VALUES = ["Text", "Date", "DateTime", "URL"].map((t) => SCHEMA + t);

const home = (iri) => Object.keys(vocabularies).find((ns) => iri.startsWith(ns));

function checked(quads) {
  const types = new Map(), problems = new Set();
  for (const q of quads) if (q.predicate.value === `${RDF}type`) types.set(q.subject.value, [...(types.get(q.subject.value) ?? []), q.object.value]);
  const known = (iri) => (home(iri) ? vocabularies[home(iri)].has(iri) : iri.startsWith(OURS) || OTHERS.includes(iri));
  for (const { subject, predicate, object } of quads) {
    const p = predicate.value;
    if (!known(p)) problems.add(`no such property: ${p}`);
    if (p === `${RDF}type` && !known(object.value)) problems.add(`no such class: ${object.value}`);
    const vocabulary = vocabularies[home(p)];
    if (!vocabulary) continue;
    const own = vocabulary.above(types.get(subject.value) ?? []);
    // the ranges of unions are blank nodes: nothing is asked of them
    const named = (all) => all.filter((iri) => home(iri));
    const [domain, range] = [named(vocabulary.of(p, ...DOMAIN)), named(vocabulary.of(p, ...RANGE))];
    if (domain.length && own.size && !domain.some((d) => own.has(d))) problems.add(`${p} is not for ${[...own]}`);
    const given = vocabulary.above(types.get(object.value) ?? []);
    const fits = object.termType === "Literal" ? range.some((r) => VALUES.includes(r)) : range.some((r) => given.has(r) || r === `${SCHEMA}URL`);
    if (range.length && (object.termType === "Literal" || given.size) && !fits) problems.add(`${p} takes ${range}, not ${object.value}`);
  }
  return [...problems];
}

async function validate(document) {
  // safe: whatever a processor would drop is an error
  const quads = await jsonld.toRDF(document, { documentLoader, safe: true });
  return { quads, problems: checked(quads) };
}

let failed = 0;
// what stands once a claim: a class, or a property
const ONCE = {
  annotation: (q) => q.object.value === `${OA}Annotation`,
  "schema-org": (q) => [`${SCHEMA}Claim`, `${SCHEMA}Quotation`].includes(q.object.value),
  prov: (q) => q.predicate.value === `${PROV}value`,
};
for (const [shape, once] of Object.entries(ONCE)) {
  for (const example of ["harbour-fire.html", "opinion.txt"]) {
    const read = (as) => JSON.parse(execFileSync(program, ["read", "--as", as, join(root, "examples", example)], { encoding: "utf8" }));
    const count = read("json").claims.length;
    const { quads, problems } = await validate(read(shape)).catch((e) => ({ quads: [], problems: [JSON.stringify(e.details ?? String(e))] }));
    const found = quads.filter((q) => once(q)).length;
    if (found !== count) problems.push(`${found} of ${count} claims came through`);
    failed += problems.length;
    console.log(problems.length ? `FAILED  ${shape} of ${example}\n  ${problems.join("\n  ")}` : `ok      ${shape} of ${example}: ${quads.length} statements`);
  }
}
// the check itself: what is wrong is seen
const wrong = { "@context": "https://schema.org", "@type": "Quotation", spokenByCharacter: { "@type": "NewsArticle" }, claimInterpreter: { "@type": "Person" }, saidBy: "x" };
assert.equal((await validate(wrong)).problems.length, 3);
await assert.rejects(validate({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation", target: "urn:x:y", claim_id: "dropped" }));
process.exit(failed ? 1 : 0);

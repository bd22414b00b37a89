// The list of articles, and the claims attributed to one source.

import { get } from "./api.js";
import { button, day, el, keep, link, outletOf, plural, show } from "./dom.js";
import { add } from "./search.js";

// Pages of a list, one behind the other, each twice as long as the one before.
export function paged(list, load, row) {
  const more = button("More", next);
  let cursor, limit = 50;
  async function next() {
    limit = Math.min(limit * 2, 1000);
    const page = await load(cursor, limit);
    list.append(...page.items.map(row).filter(Boolean));
    cursor = page.next;
    more.hidden = !cursor;
    return page;
  }
  return { more, next };
}

export async function library() {
  const list = el("tbody", {});
  const { more, next } = paged(list, (cursor, limit) => get(["documents"], { cursor, limit }), (d) => el("tr", {},
    el("td", {}, day(d.published_at)), el("td", {}, outletOf(d) ?? ""),
    el("td", { dir: "auto" }, link(d.title ?? d.doc_id, "read", d.doc_id), d.version_of ? el("small", {}, " later version") : null),
    el("td", { class: "number" }, d.claims)));
  const page = await next();
  if (!page.total) return show("Library", welcome());
  show("Library", el("h1", {}, "Library"), el("p", { class: "quiet" }, `${plural(page.total, "article")}, in the order in which they were added.`),
    el("div", { class: "wide" }, el("table", {}, el("thead", {}, el("tr", {}, ["Day", "Outlet", "Article", "Claims"].map((h) => el("th", { scope: "col" }, h)))), list)), more);
}

function welcome() {
  return [el("h1", {}, "Who says what?"),
    el("p", {}, "The library is empty. ", link("Read a page or a text", "new"), ", or add many at once with ", el("code", {}, "reportedly add folder/"), "."),
    el("p", { class: "quiet" }, "Nothing you read here leaves this machine.")];
}

export async function source(name) {
  const list = el("ul", { class: "finds" });
  const [articles, seen] = [new Map(), new Map()];
  const load = async (cursor, limit) => {
    const page = await get(["claims"], { source_name: name, cursor, limit });
    const ids = [...new Set(page.items.map((c) => c.doc_id))].filter((id) => !articles.has(id));
    await Promise.all(ids.map(async (id) => {
      const { title, outlet, published_at, url } = await get(["documents", id]);
      articles.set(id, { title, outlet, published_at, url });
    }));
    return page;
  };
  const { more, next } = paged(list, load, (claim) => add(list, seen, { claim, doc_id: claim.doc_id, ...articles.get(claim.doc_id) }));
  const page = await next();
  show(name, el("h1", { dir: "auto" }, name),
    el("p", { class: "quiet" }, `${plural(page.total, "claim")} in this library ${page.total === 1 ? "is" : "are"} attributed to a source of this name. Two people may share a name.`),
    keep("source", ["claims"], { source_name: name }), list, more);
}

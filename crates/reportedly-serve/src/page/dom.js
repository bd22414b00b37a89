// Elements. Words from articles go in as text and in no other way.

import { pageAddress } from "./api.js";

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || (value === false && !name.startsWith("aria-"))) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

export const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
export const $ = (id) => document.getElementById(id);

export function show(title, ...children) {
  document.title = title ? `${title} – reportedly` : "reportedly";
  $("main").replaceChildren(...children.flat(Infinity).filter(Boolean));
  window.scrollTo(0, 0);
}

let timer;
export function say(words, action) {
  const undo = action && el("button", { type: "button", onclick: action.run }, action.words);
  $("said").replaceChildren(el("span", {}, words), ...(undo ? [undo] : []));
  clearTimeout(timer);
  timer = setTimeout(() => $("said").replaceChildren(), action ? 20000 : 6000);
}

export const button = (words, run, more) => el("button", { type: "button", onclick: run, ...more }, words);
export const link = (words, ...parts) => el("a", { href: to(...parts) }, words);
export const to = (...parts) => "#/" + parts.map(encodeURIComponent).join("/");
const number = new Intl.NumberFormat("en");
export const plural = (n, one) => `${number.format(n)} ${one}${n === 1 ? "" : "s"}`;
export const day = (stated) => (stated ? stated.slice(0, 10) : "no date");
// The outlet, or else the host of the address, or else nothing.
const host = (url) => /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url ?? "")?.[1];
export const outletOf = (article) => article?.outlet ?? host(article?.url) ?? host(article?.canonical_url) ?? null;
export const shortened = (words, n) => {
  const chars = Array.from(words);
  return chars.length > n ? chars.slice(0, n - 1).join("").trimEnd() + "…" : words;
};

// The view as one file that needs neither this server nor a script.
export const keep = (name, parts, query) =>
  el("p", { class: "tools" }, el("a", { href: pageAddress(parts, query), download: `${name}.html` }, "Save this view"));

export async function copy(words, said) {
  try {
    await navigator.clipboard.writeText(words);
    say(said);
  } catch {
    // without the right to the clipboard the words are shown, to be copied by hand
    say(words);
  }
}

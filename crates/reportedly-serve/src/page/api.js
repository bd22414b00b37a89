// The HTTP API of the same server; no other host is ever asked.

export class Refused extends Error {}

async function answer(response) {
  const problem = !response.ok;
  const body = await response.json().catch(() => ({}));
  if (problem) throw new Refused(body.detail ?? `The server answered with status ${response.status}. Its terminal may say why.`);
  return body;
}

const path = (parts, query) => {
  const known = Object.entries(query ?? {}).filter(([, v]) => v !== undefined && v !== null && v !== "");
  const words = new URLSearchParams(known).toString();
  return "/api/v1/" + parts.map(encodeURIComponent).join("/") + (words ? "?" + words : "");
};

// Answers that are still on their way when another view is opened must not replace it.
let stay = new AbortController();
export function leave() {
  stay.abort();
  stay = new AbortController();
}

// What the browser calls "Failed to fetch", in words that help.
async function ask(address, options) {
  try {
    return await fetch(address, options);
  } catch (e) {
    if (e.name === "AbortError") throw e;
    throw new Refused("The server does not answer. Check that `reportedly serve` is still running, then try again.");
  }
}

export const get = async (parts, query) => answer(await ask(path(parts, query), { signal: stay.signal }));

// How often something was changed: what is shown of it may be old then.
let changed = 0;
export const changes = () => changed;

export const send = async (parts, body, type, query) => {
  changed += 1;
  return answer(await ask(path(parts, query), { method: "POST", body, headers: { "content-type": type } }));
};

const change = (name) => (body) => send([name], JSON.stringify(body), "application/json");
export const [correct, note, tag] = ["corrections", "notes", "tags"].map(change);
export const remove = async (id) => {
  changed += 1;
  return answer(await ask(path(["documents", id]), { method: "DELETE" }));
};
export const pageAddress = (parts, query) => path(parts, { ...query, as: "html" });
export const fileAddress = (id, as) => path(["documents", id, "file"], { as });

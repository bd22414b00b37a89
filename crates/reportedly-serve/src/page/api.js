// The HTTP API of the same server; no other host is ever asked.

export class Refused extends Error {}

async function answer(response) {
  const problem = !response.ok;
  const body = await response.json().catch(() => ({}));
  if (problem) throw new Refused(body.detail ?? `the server answered ${response.status}`);
  return body;
}

const path = (parts, query) => {
  const known = Object.entries(query ?? {}).filter(([, v]) => v !== undefined && v !== null && v !== "");
  const words = new URLSearchParams(known).toString();
  return "/api/v1/" + parts.map(encodeURIComponent).join("/") + (words ? "?" + words : "");
};

// What is still on its way when another view is opened must not come in over it.
let stay = new AbortController();
export function leave() {
  stay.abort();
  stay = new AbortController();
}

export const get = async (parts, query) => answer(await fetch(path(parts, query), { signal: stay.signal }));

export const send = async (parts, body, type, query) =>
  answer(await fetch(path(parts, query), { method: "POST", body, headers: { "content-type": type } }));

export const correct = (correction) => send(["corrections"], JSON.stringify(correction), "application/json");
export const pageAddress = (parts, query) => path(parts, { ...query, as: "html" });
export const fileAddress = (id, as) => path(["documents", id, "file"], { as });

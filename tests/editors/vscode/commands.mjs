// The commands of the extension in the window: what is asked, what is shown, and what stands on disk afterwards.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE, until } from "./code.mjs";
import { written } from "./window.mjs";

export async function checkCommands(code, window, articles, commands, claim) {
  // As on a desktop; in a browser VS Code saves by itself, and the steps before and behind count on it.
  await window.runThrough("File: Toggle Auto Save");
  await decide(window, articles, commands, claim);
  await window.runThrough("File: Toggle Auto Save");
  await find(window, commands.find, claim);
  await renameWithPreview(window, articles, commands.rename, claim);
  await seePages(window, articles, commands.pages);
  await seeStatus(window, commands.status);
  await restart(code, window, articles, commands.restart);
}

// "This is X", here and in a whole text, and "Not a Name Here".
async function decide(window, articles, { file, thisIs, wholeText, notAName }, claim) {
  const decisions = path.join(articles, "onomast.decisions.jsonl");
  // One that is there and closed, which one edit alone changes: it is saved too.
  fs.writeFileSync(decisions, "\n");
  await window.open(file);
  await window.goTo(path.join(articles, file), thisIs.word);
  await window.run("Onomast: This Is…");
  const offered = await window.choices(`“${thisIs.word}” is…`);
  console.log(`  ${thisIs.word} is: ${offered.join("; ").replaceAll("\n", " ")}`);
  claim(offered.length === thisIs.candidates, `${offered.length} candidates: ${offered}`);
  await window.choose(`“${thisIs.word}” is…`, thisIs.who);
  await window.choose(`${thisIs.word} = `, "Here");
  await written(decisions, (text) => text.includes('"is"') && text.includes(thisIs.id));
  await window.open(wholeText.file);
  await window.goTo(path.join(articles, wholeText.file), wholeText.word);
  await window.run("Onomast: This Is…");
  await window.choose(`“${wholeText.word}” is…`, wholeText.who);
  await window.choose(`${wholeText.word} = `, "In this whole text");
  await written(decisions, (text) => text.includes('"is-in-file"') && text.includes(wholeText.id));
  await window.card(path.join(articles, wholeText.file), wholeText.word, wholeText.card);
  await window.open(file);
  await window.goTo(path.join(articles, file), notAName);
  await window.runThrough("Onomast: Not a Name Here");
  await written(decisions, (text) => text.includes("not-a-name") && text.includes(notAName));
}

// In any script, by the quick list of the names.
async function find(window, { file, entity, line, typed }, claim) {
  await window.open(file);
  for (const text of typed) {
    await window.run("Onomast: Find a Name…");
    await window.asked("Names of this text");
    await window.input.fill(text);
    await window.rows(entity).first().waitFor({ timeout: PATIENCE });
    const [first] = await window.choices("Names of this text");
    claim(first.includes(entity), `${text} finds ${first}`);
    if (text === typed.at(-1)) break;
    await window.page.keyboard.press("Escape");
    await window.input.waitFor({ state: "hidden" });
  }
  await window.page.keyboard.press("Enter");
  await window.at(line);
}

// By the command, which is F2; and with Ctrl+Enter the changes are shown before they are made.
async function renameWithPreview(window, articles, { file, word, to, rows, becomes }, claim) {
  await window.open(file);
  await window.goTo(path.join(articles, file), word);
  await window.runThrough("Onomast: Rename Everywhere…");
  const box = window.page.locator(".rename-box input");
  await box.waitFor({ timeout: PATIENCE });
  await box.fill(to);
  await window.page.keyboard.press("Control+Enter");
  const list = window.page.locator(".bulk-edit-panel .monaco-list-row");
  await list.first().waitFor({ timeout: PATIENCE });
  const texts = (await list.allInnerTexts()).map((text) => text.replaceAll("\n", " "));
  console.log(`  preview of the renaming: ${texts.join("; ")}`);
  for (const row of rows) claim(texts.some((text) => text.includes(row)), `the preview lacks ${row}: ${texts}`);
  await window.page.locator(".bulk-edit-panel .monaco-button", { hasText: "Apply" }).click();
  await list.first().waitFor({ state: "hidden", timeout: PATIENCE });
  await window.save(path.join(articles, file), (now) => now.includes(becomes));
}

async function seePages(window, articles, { file, word, explain, inForce }) {
  await window.open(file);
  await window.goTo(path.join(articles, file), word);
  await window.runThrough("Onomast: Explain This Word");
  await window.shownInAnyFrame(explain);
  await window.runThrough("View: Close All Editors");
  await window.open(file);
  await window.runThrough("Onomast: What Is in Force");
  await window.shownInAnyFrame(inForce);
  await window.runThrough("View: Close All Editors");
}

// In the status bar, among what is said of the language.
async function seeStatus(window, { file, text }) {
  await window.open(file);
  await window.page.locator("#status\\.languageStatus").hover();
  await window.page.locator(".hover-language-status", { hasText: text }).first().waitFor({ timeout: PATIENCE });
}

async function restart(code, window, articles, { file, word, card, log }) {
  await window.open(file);
  await window.runThrough("Onomast: Restart the Server");
  await window.card(path.join(articles, file), word, card);
  await window.runThrough("Onomast: Show the Log");
  const channel = window.page.locator(".part.panel select.monaco-select-box");
  const shown = () => channel.first().evaluate((list) => list.selectedOptions[0]?.text, null, { timeout: PATIENCE });
  await until(async () => (await shown()) === "Onomast", "the log");
  // VS Code writes logs by a native module, which has to be compiled; without it a log has no text.
  if (code.writesLogs) await window.page.locator(".part.panel .view-line", { hasText: log }).first().waitFor({ timeout: PATIENCE });
  // By its key: what takes the focus as late as the log does closes the palette again.
  await window.page.keyboard.press("Control+j");
  await channel.first().waitFor({ state: "hidden", timeout: PATIENCE });
}

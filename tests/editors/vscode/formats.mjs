// Each format of text, as VS Code recognises it: what the probe was answered; and by a reader's hands a text that has no file yet,
// and then gets one.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE, until } from "./code.mjs";

export function checkFormat({ file, language, cards, noCards, typing, findings }, answer, claim) {
  console.log(`${file} (${answer.language})`);
  claim(answer.language === language, `VS Code takes ${file} for ${answer.language}`);
  for (const [word, part] of Object.entries(cards)) {
    claim(answer.cards[word].includes(part), `${file}: the card of ${word} lacks "${part}": ${answer.cards[word]}`);
  }
  for (const marked of noCards) claim(answer.noCards[marked] === "", `${file}: a card at ${marked}: ${answer.noCards[marked]}`);
  console.log(`  proposed for ${typing.begins}: ${answer.proposed.slice(0, 4).join(", ")}`);
  claim(answer.proposed.includes(typing.proposed), `${file}: "${typing.proposed}" is not among ${answer.proposed}`);
  console.log(`  found: ${answer.findings.map(({ text, line }) => `${text} in ${line.trim()}`).join("; ")}`);
  const isRight = ([text, words], index) => answer.findings[index]?.text === text && answer.findings[index].line.includes(words);
  const right = answer.findings.length === findings.length && findings.every(isRight);
  claim(right, `${file}: the findings are ${JSON.stringify(answer.findings)}`);
}

// As with File → New Text File: written, hovered, renamed; then saved, as which it is looked at anew.
export async function checkUntitled(window, folder, { text, finding, card, rename, file, typed }, claim, picture) {
  const { page } = window;
  await window.runThrough("View: Close All Editors");
  await window.runThrough("File: New Untitled Text File");
  await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor({ timeout: PATIENCE });
  await page.keyboard.type(text);
  const underlines = page.locator(".squiggly-warning");
  await underlines.first().waitFor({ timeout: PATIENCE });
  await window.hover(finding, card);
  await picture("untitled");
  await window.click(rename.word);
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor({ timeout: PATIENCE });
  await box.fill(rename.to);
  await page.keyboard.press("Enter");
  await window.boxOf(rename.becomes);

  const saved = path.join(folder, file);
  // VS Code's own dialog of a browser now and then closes on Enter and saves nothing; a person would ask again.
  for (let tries = 3; tries > 0 && !fs.existsSync(saved); tries--) {
    await page.keyboard.press("Control+Shift+S");
    await window.asked("Save As");
    // The dialog comes first and then its proposal, which would take the place of what has been typed.
    await until(async () => (await window.input.inputValue()).startsWith("/"), "the proposal of a name");
    await window.answer("Save As", saved);
    await window.page.locator(".quick-input-widget", { hasText: "Save As" }).waitFor({ state: "hidden", timeout: PATIENCE });
    await page.locator(".tab.active", { hasText: file }).waitFor({ timeout: PATIENCE / 5 }).catch(() => {});
  }
  await page.locator(".tab.active", { hasText: file }).waitFor({ timeout: PATIENCE });
  const written = await until(() => fs.existsSync(saved) && fs.readFileSync(saved, "utf8"), saved);
  console.log(`  saved: ${written}`);
  claim(written.includes(rename.becomes), `${file}: ${written}`);
  // In its own name, as often as before.
  await window.hover(finding, card);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(typed);
  await until(async () => (await underlines.count()) === 2, "another finding");
  // Letter by letter: in a browser VS Code saves by itself a second later, and what is saved cannot be reverted.
  for (const _ of typed) await page.keyboard.press("Backspace");
  await until(async () => (await underlines.count()) === 1, "one finding again");
  await window.save(saved, (now) => now === written);
  await window.runThrough("View: Close All Editors");
  fs.rmSync(saved);
}

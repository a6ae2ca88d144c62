// The names of a text: the view of them, the page of one, and the way from a mention to the next and to another language.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";

// By the palette to the view; a click there goes to the text; and from there to the page of an entity.
export async function checkNames(window, { entity, line, page: texts }) {
  const { page } = window;
  await window.runThrough("View: Hide Panel");
  await window.runThrough("Onomast: Names of This Text");
  const row = rowOf(window, entity);
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

// The sign beside a name, and the menu of the right mouse button there.
export async function checkRows(window, { entity, page: texts, id, typed }) {
  const { page } = window;
  await window.runThrough("View: Close All Editors");
  await window.open(typed.file);
  const row = rowOf(window, entity);
  await row.hover();
  await row.locator(".action-label").first().click();
  for (const text of texts) await window.shownInAnyFrame(text);
  await row.click({ button: "right" });
  await page.locator(".monaco-menu .action-item", { hasText: "Copy Id" }).hover();
  await page.keyboard.press("Enter"); // as in Window.menu
  await window.runThrough("View: Close All Editors");
  await window.open(typed.file);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+V");
  await window.boxOf(id);
  await window.runThrough("File: Revert File");
}

// Alt+N, Shift+Alt+N and Alt+K; then the same by the palette.
export async function checkWalk(window, articles, { file, word, next, called, counterpart }, claim) {
  const text = fs.readFileSync(path.join(articles, file), "utf8");
  const here = lineOf(text, word), there = lineOf(text, next);
  await window.runThrough("View: Close All Editors");
  await window.open(file);
  await window.goTo(path.join(articles, file), word);
  for (const [forth, back] of [["Alt+n", "Shift+Alt+n"], ["Onomast: Next Mention", "Onomast: Previous Mention"]]) {
    await go(window, forth, there);
    await window.page.locator(".statusbar-item", { hasText: called }).waitFor({ timeout: PATIENCE });
    await go(window, back, here);
  }
  for (const way of ["Alt+k", "Onomast: Same Name in Another Language"]) {
    await window.open(file);
    await window.goTo(path.join(articles, file), word);
    await (way.includes("+") ? window.page.keyboard.press(way) : window.run(way));
    const offered = await window.choices(`“${word}” in another language`);
    console.log(`  ${word} in another language: ${offered.join("; ").replaceAll("\n", " ")}`);
    claim(offered.some((row) => row.includes(counterpart.text)), `no ${counterpart.text} among ${offered}`);
    await window.choose(`“${word}” in another language`, counterpart.text);
    await window.page.locator(".tab.active", { hasText: counterpart.file }).waitFor({ timeout: PATIENCE });
    await window.at(lineOf(fs.readFileSync(path.join(articles, counterpart.file), "utf8"), counterpart.at));
  }
}

async function go(window, way, line) {
  await (way.includes("+") ? window.page.keyboard.press(way) : window.runThrough(way));
  await window.at(line);
}

function lineOf(text, word) {
  return text.slice(0, text.indexOf(word)).split("\n").length;
}

export function rowOf(window, entity) {
  return window.page.locator(".pane .monaco-list-row", { hasText: entity });
}

// Makes the bar at the side wider.
async function widen(page, by) {
  const { x, width } = await page.locator(".part.sidebar").boundingBox();
  await page.mouse.move(x + width, 300);
  await page.mouse.down();
  await page.mouse.move(x + width + by, 300, { steps: 4 });
  await page.mouse.up();
}

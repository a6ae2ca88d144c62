// Proposals come up by themselves while somebody writes prose: VS Code asks for none there unless the extension's defaults
// say so. What is typed in Latin letters is proposed in those of the paragraph.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";

export async function checkTyping(window, articles, { file, text, typed, proposed, fast }, claim, picture) {
  const article = path.join(articles, file);
  const { page } = window;
  fs.writeFileSync(article, text);
  await window.open(file);
  await window.runThrough("Focus Active Editor Group");
  await page.keyboard.press("Control+End");
  await typeFast(page, fast, proposed);
  await page.keyboard.type(typed, { delay: 30 });
  const proposal = page.locator(".suggest-widget .monaco-list-row", { hasText: proposed }).first();
  await proposal.waitFor({ timeout: PATIENCE });
  await picture("typing");
  await page.keyboard.press("Enter");
  await proposal.waitFor({ state: "hidden", timeout: PATIENCE });
  const now = await window.save(article, (written) => written !== text && !written.includes(typed));
  claim(now === text + proposed, `a name that was proposed: ${now}`);
  await window.runThrough("View: Close All Editors");
  fs.rmSync(article);
}

// So many letters as a name needs, each while VS Code still waits for what there is for the one before: sooner or later its
// question for the last one fails to come, if nobody asks in its place.
async function typeFast(page, letters, proposed) {
  const list = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: proposed });
  for (const delay of [0, 10, 15, 20, 30]) {
    await page.keyboard.type(letters, { delay });
    await list.first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Escape");
    await list.first().waitFor({ state: "hidden", timeout: PATIENCE });
    for (const _ of letters) await page.keyboard.press("Backspace");
  }
}

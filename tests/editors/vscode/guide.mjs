// The walkthrough that VS Code shows a newcomer, and the snippets for a list of names that is written by hand.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";

export async function checkWalkthrough(window, { title, steps }, claim, picture) {
  await window.runThrough("View: Close All Editors");
  await window.clearSides();
  await window.run("Welcome: Open Walkthrough...");
  await window.rows(title).first().waitFor({ timeout: PATIENCE });
  await window.rows(title).first().click();
  const page = window.page.locator(".gettingStartedContainer");
  await page.getByText(title, { exact: true }).first().waitFor({ timeout: PATIENCE });
  for (const [index, [step, text]] of Object.entries(steps).entries()) {
    await page.locator(".getting-started-step", { hasText: step }).click();
    await window.shownInAnyFrame(text);
    await picture(`walkthrough-${index + 1}`);
  }
  // What a step offers is a command of ours.
  await page.locator(".getting-started-step", { hasText: Object.keys(steps)[1] }).click();
  await page.locator(".monaco-button", { hasText: "Show the names" }).first().click();
  await window.page.locator(".part.sidebar .pane-body .monaco-list").first().waitFor({ timeout: PATIENCE });
  await window.runThrough("View: Close All Editors");
}

// An empty list, filled by the snippets alone; then a word of it becomes one that the schema does not know.
export async function checkSnippets(window, articles, { file, snippets, has, wrong }, claim, picture) {
  const list = path.join(articles, file);
  const { page } = window;
  fs.writeFileSync(list, "");
  await window.open(file);
  for (const snippet of snippets) {
    const proposal = await window.typeTo(snippet, snippet);
    await picture(`${snippet}`);
    await page.keyboard.press("Enter");
    await proposal.waitFor({ state: "hidden", timeout: PATIENCE });
    if (snippet !== snippets.at(-1)) await page.keyboard.press("Tab"); // from the title to where the entities go
  }
  await page.keyboard.press("Escape");
  const now = await window.save(list, (text) => has.every((part) => text.includes(part)));
  claim(JSON.parse(now).entities.length === 1, `the list: ${now}`);
  const squiggles = page.locator(".squiggly-warning");
  claim((await squiggles.count()) === 0, "a list made of snippets has a warning");
  await window.goTo(list, wrong);
  await page.keyboard.type("x");
  await squiggles.first().waitFor({ timeout: PATIENCE });
  await window.runThrough("File: Revert File");
  await window.runThrough("View: Close All Editors");
  fs.rmSync(list);
}

// What has changed several files is taken back in one step, with the file that was made for it, and done again in one.
import fs from "node:fs";
import path from "node:path";
import { until } from "./code.mjs";
import { written } from "./window.mjs";

// A spelling that is new, where there is no list of names of the reader's own yet.
export async function checkUndo(window, articles, { file, word, text, becomes, list }) {
  const article = path.join(articles, file), names = path.join(articles, list);
  const before = fs.readFileSync(article, "utf8");
  const done = async () => {
    await written(article, (now) => now.includes(becomes));
    await written(names, (now) => now.includes(text));
  };
  await window.runThrough("View: Close All Editors");
  await window.open(file);
  await window.goTo(article, word);
  await window.run("Onomast: Replace Spelling…");
  await window.answer("The new spelling, as in a dictionary", text);
  await window.confirm("Replace");
  await done();
  const takeBack = async () => {
    await window.page.keyboard.press("Control+Z");
    await until(() => !fs.existsSync(names), `${list} to be gone`);
    await window.save(article, (now) => now === before);
  };
  await takeBack();
  await window.page.keyboard.press("Control+Shift+Z");
  await window.boxOf(becomes);
  await window.runThrough("File: Save All");
  await done();
  await takeBack();
  await window.runThrough("View: Close All Editors");
}

// What README.md says under "An article, step by step", done word by word: with the right mouse button, with keys and in
// the quick questions. No list of names is opened.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";
import { rowOf } from "./names.mjs";
import { written } from "./window.mjs";

export async function readAnArticle(window, articles, lesson, claim) {
  const file = path.join(articles, lesson.file);
  await window.runThrough("View: Close All Editors");
  await window.open(lesson.file);
  await silence(window, file, articles, lesson.silence);
  await addPerson(window, file, articles, lesson.person, claim);
  await replaceSpelling(window, file, lesson.replace, claim);
}

// "A warning is wrong."
async function silence(window, file, articles, { word, action }) {
  const underline = window.page.locator(".squiggly-warning").first();
  await underline.waitFor();
  await window.goTo(file, word);
  await window.fix(action);
  await underline.waitFor({ state: "detached" });
  const decision = await written(path.join(articles, "onomast.decisions.jsonl"), (text) => text.includes(word.slice(0, 5)));
  console.log(`  silenced: ${decision.trim()}`);
}

// "A person is not known."
async function addPerson(window, file, articles, { word, text, language, type, gender, other, shown, known }, claim) {
  await window.goTo(file, word);
  const { x, y } = await window.middleOf(word);
  await window.page.mouse.dblclick(x, y);
  await window.menu(word, "Onomast", "New Person or Other Name…");
  await window.answer("The name, as in a dictionary", text);
  await window.choose("In which language is it spelled so?", language);
  await window.choose("What is it?", type);
  await window.choose("A man or a woman?", gender);
  await window.choose(`${text}: ${other.language}`, other.text);
  const proposed = await window.confirm("Add");
  console.log(`  proposed: ${proposed.replaceAll("\n", " | ")}`);
  for (const part of shown) claim(proposed.includes(part), `the proposal for ${text} lacks "${part}": ${proposed}`);
  const added = await written(path.join(articles, "names.gazetteer.json"), (json) => json.includes(text));
  for (const part of shown.slice(0, 2)) claim(added.includes(part), `the list lacks "${part}": ${added}`);
  await rowOf(window, known.row).waitFor({ timeout: PATIENCE });
  // VS Code shows no card while a mouse button is down; that the right one came up again, its menu has kept from it. A click mends that.
  await window.click(known.word);
  await window.hover(known.word, known.card);
}

// "One spelling for another."
async function replaceSpelling(window, file, { word, dictionary, text, becomes, stays, dialog }, claim) {
  await window.goTo(file, word);
  await window.menu(word, "Onomast", "Replace Spelling…");
  await window.asked("The new spelling, as in a dictionary");
  claim((await window.input.inputValue()) === dictionary, "the spelling that is asked for is not that of a dictionary");
  await window.answer("The new spelling, as in a dictionary", text);
  const question = await window.confirm("Replace");
  console.log(`  asked: ${question.replaceAll("\n", " | ")}`);
  for (const part of dialog) claim(question.includes(part), `the question lacks "${part}": ${question}`);
  const changed = await window.save(file, (now) => becomes.every((part) => now.includes(part)));
  for (const part of stays) claim(changed.includes(part), `"${part}" stays: ${changed}`);
  await window.page.keyboard.press("Control+Z");
  await window.save(file, (now) => becomes.every((part) => !now.includes(part)));
  claim(fs.readFileSync(file, "utf8").includes(word), "taken back");
}

// What the probe looks at: texts in the editor, words and lines of them, findings; and how it waits for what comes by itself.
const fs = require("node:fs");
const path = require("node:path");
const { languages, window, workspace } = require("vscode");

const PATIENCE = 30_000;

async function open(article) {
  const uri = workspace.workspaceFolders[0].uri;
  const document = await workspace.openTextDocument(uri.with({ path: path.posix.join(uri.path, path.posix.basename(article.file)) }));
  await window.showTextDocument(document);
  return document;
}

// A text of its own, in a folder of its own, so that it belongs not to the articles.
async function openElsewhere(name, text) {
  const file = path.join(path.dirname(process.env.PROBE_ANSWERS), "elsewhere", name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  const document = await workspace.openTextDocument(file);
  await window.showTextDocument(document);
  return document;
}

function cardOf(hovers) {
  return hovers.flatMap((hover) => hover.contents.map((content) => content.value ?? content)).join("\n");
}

function positionOf(document, word) {
  return placeIn(document, `${word[0]}$0${word.slice(1)}`);
}

// The place of `$0` in some words of the text.
function placeIn(document, marked) {
  const cursor = marked.indexOf("$0"), words = marked.slice(0, cursor) + marked.slice(cursor + 2);
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`${words} does not stand in ${document.uri}`);
  return document.positionAt(offset + cursor);
}

async function lineOf(target) {
  const document = await workspace.openTextDocument(target.targetUri ?? target.uri);
  const range = target.targetSelectionRange ?? target.targetRange ?? target.range;
  const line = range.start.line;
  const word = document.getText(range);
  return { file: path.basename(document.fileName), line: line + 1, word, text: document.lineAt(line).text.trim() };
}

function findings(document) {
  return languages.getDiagnostics(document.uri).map(({ code, message, range, source }) => ({
    source,
    code: code?.value ?? code,
    line: range.start.line + 1,
    text: document.getText(range),
    message,
  }));
}

// Waits for findings to come or go until something holds.
function until(holds, what) {
  return new Promise((resolve, reject) => {
    const done = (settle, value) => {
      clearTimeout(timer);
      listener.dispose();
      settle(value);
    };
    const timer = setTimeout(() => done(reject, new Error(`waited in vain for ${what}`)), PATIENCE);
    const listener = languages.onDidChangeDiagnostics(() => holds() && done(resolve));
    if (holds()) done(resolve);
  });
}

// Asks again until the answer will do: what the server does in the background it does not announce.
async function persist(question, willDo, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (willDo(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

module.exports = { cardOf, findings, lineOf, open, openElsewhere, persist, placeIn, positionOf, until };

// Runs inside VS Code. Opens the articles of PROBE_QUESTIONS, asks VS Code what its providers answer, and writes all of
// it to PROBE_ANSWERS. It judges nothing: that is drive.mjs's work.
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { answerFormat } = require("./formats");
const { cardOf, findings, lineOf, open, openElsewhere, persist, positionOf, until } = require("./looks");

const { commands, Range, Selection, window, workspace } = vscode;

exports.activate = async () => {
  if (fs.existsSync(process.env.PROBE_ANSWERS)) return; // The window has begun anew, and is the reader's now.
  const answers = { app: `${vscode.env.appName} ${vscode.version}`, articles: [] };
  try {
    const { articles, beside, changes, completion, formats, mouse, places, typing, unsaved } = JSON.parse(fs.readFileSync(process.env.PROBE_QUESTIONS, "utf8"));
    for (const article of articles) answers.articles.push(await answerArticle(article));
    answers.places = await answerPlaces(places);
    answers.changes = await answerChanges(changes);
    answers.completion = await answerCompletion(completion);
    answers.typing = await answerTyping(articles.at(-1), typing);
    answers.unsaved = await answerUnsaved(unsaved);
    answers.beside = [];
    for (const question of beside) answers.beside.push(await answerBeside(question));
    answers.formats = [];
    for (const format of formats) answers.formats.push(await answerFormat(format));
    await show(mouse);
  } catch (error) {
    answers.error = String(error?.stack ?? error);
  }
  // Renamed into place, so that nobody reads half of it.
  fs.writeFileSync(`${process.env.PROBE_ANSWERS}.new`, JSON.stringify(answers, null, 2));
  fs.renameSync(`${process.env.PROBE_ANSWERS}.new`, process.env.PROBE_ANSWERS);
};

async function answerArticle(article) {
  const document = await open(article);
  await until(() => findings(document).length > 0, `findings in ${article.file}`);
  const questions = [];
  for (const { word } of article.questions) questions.push(await answerQuestion(document, word));
  return { file: article.file, language: document.languageId, findings: findings(document), questions };
}

async function answerQuestion(document, word) {
  const at = positionOf(document, word);
  const hovers = await commands.executeCommand("vscode.executeHoverProvider", document.uri, at);
  const targets = await commands.executeCommand("vscode.executeDefinitionProvider", document.uri, at);
  const definitions = [];
  for (const target of targets) definitions.push(await lineOf(target));
  return { word, card: cardOf(hovers), definitions };
}

// What else is known of a name: where it stands, in all texts, and what the window shows of it.
async function answerPlaces({ file, word, references }) {
  const document = await open({ file });
  const { uri } = document;
  const at = positionOf(document, word);
  const ask = (provider, ...more) => commands.executeCommand(`vscode.${provider}`, uri, ...more);
  // The other texts are read in the background.
  const found = await persist(
    async () => Promise.all((await ask("executeReferenceProvider", at)).map(lineOf)),
    (places) => Object.keys(references).every((wanted) => places.some((place) => place.file === wanted)),
    "mentions in all texts",
  );
  const highlights = await ask("executeDocumentHighlights", at);
  const symbols = await ask("executeDocumentSymbolProvider");
  const legend = await ask("provideDocumentSemanticTokensLegend");
  const tokens = await ask("provideDocumentSemanticTokens");
  const types = [...tokens.data].filter((_, index) => index % 5 === 3).map((type) => legend.tokenTypes[type]);
  return {
    references: found,
    counterparts: await Promise.all((await ask("executeImplementationProvider", at)).map(lineOf)),
    highlights: highlights.map(({ range }) => document.getText(range)),
    symbols: symbols.map(({ name }) => name),
    tokens: [...new Set(types)],
  };
}

// What can be done about a name, and what becomes of the text; it is taken back.
async function answerChanges({ fix, rename }) {
  const fixed = await open(fix);
  const at = positionOf(fixed, fix.word);
  const actions = await commands.executeCommand("vscode.executeCodeActionProvider", fixed.uri, new Range(at, at));
  const preferred = actions.find(({ isPreferred, edit }) => isPreferred && edit);
  if (preferred) await workspace.applyEdit(preferred.edit);
  const line = fixed.lineAt(at.line).text;
  await commands.executeCommand("workbench.action.files.revert");

  const renamed = await open(rename);
  const where = positionOf(renamed, rename.word);
  const edit = await commands.executeCommand("vscode.executeDocumentRenameProvider", renamed.uri, where, rename.to);
  const edits = edit.entries().flatMap(([uri, inFile]) =>
    inFile.map(({ newText }) => ({ file: path.basename(uri.path), newText })));
  return { actions: actions.map(({ title }) => title), fixed: line, renamed: edits };
}

// What is proposed for what is typed at the head of a text; it is taken back.
async function answerCompletion(completion) {
  const { uri } = await open(completion);
  window.activeTextEditor.selection = new Selection(0, 0, 0, 0);
  for (const letter of completion.typed) await commands.executeCommand("type", { text: letter });
  const at = window.activeTextEditor.selection.active;
  const { items } = await commands.executeCommand("vscode.executeCompletionItemProvider", uri, at);
  await commands.executeCommand("workbench.action.files.revert");
  return items.map(({ label }) => label.label ?? label);
}

// A finding comes and goes with the letters that are typed.
async function answerTyping(article, { text }) {
  const document = await open(article);
  const inFirstLine = () => findings(document).some((finding) => finding.line === 1);
  const before = inFirstLine();
  const editor = window.activeTextEditor;
  editor.selection = new Selection(0, 0, 0, 0);
  for (const letter of `${text}\n`) await commands.executeCommand("type", { text: letter });
  await until(inFirstLine, `a finding in ${text}`);
  await commands.executeCommand("workbench.action.files.revert");
  await until(() => !inFirstLine(), "its end");
  return { before, came: true, went: true };
}

// A text that no file has yet.
async function answerUnsaved({ language, text, word }) {
  const document = await workspace.openTextDocument({ language, content: text });
  await window.showTextDocument(document);
  await until(() => findings(document).length > 0, "findings in a text that is not saved");
  const hovers = await commands.executeCommand("vscode.executeHoverProvider", document.uri, positionOf(document, word));
  const answer = { findings: findings(document), card: cardOf(hovers) };
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  return answer;
}

// What each provider says of a word where VS Code has a server of its own: of HTML, or by our schema of a list of names; and what is
// remarked on the whole.
async function answerBeside({ file, text, words, remarks = [] }) {
  const document = await openElsewhere(file, text);
  const ask = async (word) => commands.executeCommand("vscode.executeHoverProvider", document.uri, positionOf(document, word));
  const cards = {};
  for (const word of Object.keys(words)) {
    // Each server says it when it is there.
    const hovers = await persist(() => ask(word), (some) => some.length > 0, `a card of ${word}`);
    cards[word] = hovers.map((hover) => cardOf([hover]));
  }
  const remarked = () => findings(document).map(({ message }) => message);
  const said = await persist(async () => remarked(), (some) => some.length >= remarks.length, `remarks on ${file}`);
  await commands.executeCommand("workbench.action.closeActiveEditor");
  return { cards, remarks: said };
}

// Leaves the window as a reader might have it: one text, with its findings below.
async function show({ file, top }) {
  const document = await open({ file });
  await commands.executeCommand("workbench.action.closeOtherEditors");
  await commands.executeCommand("workbench.action.closeSidebar");
  await commands.executeCommand("workbench.actions.view.problems");
  const first = positionOf(document, top);
  const editor = await window.showTextDocument(document);
  editor.revealRange(new Range(first, first), vscode.TextEditorRevealType.AtTop);
}

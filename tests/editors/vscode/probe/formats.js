// What is asked of a text of each format, as VS Code itself recognises it by the name of its file.
const fs = require("node:fs");
const path = require("node:path");
const { commands, Selection, window } = require("vscode");
const { cardOf, findings, openElsewhere, persist, placeIn, positionOf } = require("./looks");

exports.answerFormat = async ({ file, cards, noCards, typing }) => {
  const text = fs.readFileSync(path.join(process.env.PROBE_FORMATS, file), "utf8");
  const document = await openElsewhere(path.join("formats", file), text);
  const card = async (at) => cardOf(await commands.executeCommand("vscode.executeHoverProvider", document.uri, at));
  const answer = { file, language: document.languageId, cards: {}, noCards: {} };
  for (const word of Object.keys(cards)) {
    answer.cards[word] = await persist(() => card(positionOf(document, word)), (said) => said !== "", `a card of ${word} in ${file}`);
  }
  for (const marked of noCards) answer.noCards[marked] = await card(placeIn(document, marked));
  answer.proposed = await type(document, typing.at, typing.begins);
  // First where it is no running text: when the last one is found, these have been looked at.
  for (const marked of typing.notAt) await type(document, marked, typing.wrong);
  await type(document, typing.at, typing.wrong);
  const found = () => findings(document).map(({ line, text }) => ({ text, line: document.lineAt(line - 1).text }));
  const isThere = (some) => some.some(({ line }) => line.includes(typing.at.replace("$0", () => typing.wrong)));
  answer.findings = await persist(async () => found(), isThere, `a finding in ${file}`);
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  return answer;
};

// Types at the place of `$0`, letter by letter, and gives what is then proposed.
async function type(document, marked, letters) {
  const at = placeIn(document, marked);
  window.activeTextEditor.selection = new Selection(at, at);
  for (const letter of letters) await commands.executeCommand("type", { text: letter });
  const here = window.activeTextEditor.selection.active;
  const { items } = await commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, here);
  return items.map(({ label }) => label.label ?? label);
}

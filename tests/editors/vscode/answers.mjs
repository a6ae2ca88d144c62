// Compares what the probe was answered inside VS Code with what it should have been.
import { checkFormat } from "./formats.mjs";

export function checkAnswers(expected, answers, claim) {
  const { app, articles, beside, changes, completion, formats, places, typing, unsaved, error } = answers;
  console.log(app);
  expected.articles.forEach((article, index) => articles[index] && checkArticle(article, articles[index], claim));
  if (error) throw new Error(`the probe: ${error}`);
  checkPlaces(expected.places, places, claim);
  checkChanges(expected.changes, changes, claim);
  checkCompletion(expected.completion, completion, claim);
  claim(!typing.before && typing.came && typing.went, `typing: ${JSON.stringify(typing)}`);
  claim(unsaved.findings.length > 0, "no finding in a text that is not saved");
  claim(unsaved.card.includes(expected.unsaved.card), `the card in a text that is not saved: ${unsaved.card}`);
  expected.beside.forEach((question, index) => checkBeside(question, beside[index], claim));
  expected.formats.forEach((format, index) => checkFormat(format, formats[index], claim));
}

// A card of everybody who knows something of a word, and never the same thing twice.
function checkBeside({ file, words, remarks }, { cards, remarks: remarked }, claim) {
  for (const [word, parts] of Object.entries(words)) {
    const said = cards[word].map((card) => card.slice(0, 120).replaceAll("\n", " "));
    console.log(`  in ${file}, ${word}: ${said.join(" | ")}`);
    const right = cards[word].length === parts.length && parts.every((part) => cards[word].some((card) => card.includes(part)));
    claim(right, `${file}: the cards of ${word} are ${said.join(" | ")}`);
  }
  if (!remarks) return;
  console.log(`  remarks on ${file}: ${remarked.join("; ")}`);
  claim(remarked.join() === remarks.join(), `${file}: the remarks are ${remarked.join("; ")}`);
}

function checkArticle(article, answer, claim) {
  console.log(`${answer.file} (${answer.language})`);
  for (const { source, code, line, text, message } of answer.findings) {
    console.log(`  ${line} ${code} ${JSON.stringify(text)}: ${message}`);
    claim(source === "onomast", `a finding of ${source}`);
  }
  for (const [code, texts] of Object.entries(article.findings)) {
    const found = answer.findings.filter((finding) => finding.code === code).map((finding) => finding.text);
    texts.forEach((text) => claim(found.includes(text), `${article.file}: no ${code} at "${text}"`));
  }
  article.questions.forEach((question, index) => checkQuestion(question, answer.questions[index], claim));
}

function checkQuestion({ word, card, definition }, answer, claim) {
  console.log(`  card of ${word}:\n    ${answer.card.replaceAll("\n", "\n    ")}`);
  for (const part of card) claim(answer.card.includes(part), `the card of ${word} lacks "${part}"`);
  for (const { file, line, text } of answer.definitions) {
    console.log(`  definition of ${word}: ${file}:${line}: ${text}`);
  }
  const right = answer.definitions.some(({ text }) => text.includes(definition));
  claim(right, `no definition of ${word} at "${definition}"`);
}

function checkPlaces(wanted, { references, counterparts, highlights, symbols, tokens }, claim) {
  for (const [file, word] of Object.entries(wanted.references)) {
    const words = references.filter((place) => place.file === file).map((place) => place.word);
    console.log(`  mentions in ${file}: ${words.join(", ")}`);
    claim(words.includes(word), `no mention "${word}" in ${file}`);
  }
  console.log(`  in other languages: ${counterparts.map(({ file, word }) => `${word} (${file})`).join(", ")}`);
  for (const [file, word] of Object.entries(wanted.counterparts)) {
    claim(counterparts.some((place) => place.file === file && place.word === word), `no counterpart "${word}" in ${file}`);
  }
  for (const word of wanted.highlights) claim(highlights.includes(word), `"${word}" is not highlighted: ${highlights}`);
  for (const name of wanted.symbols) claim(symbols.includes(name), `no symbol "${name}" in ${symbols}`);
  for (const type of wanted.tokens) claim(tokens.includes(type), `no token of type ${type} in ${tokens}`);
}

function checkChanges({ fix, rename }, { actions, fixed, renamed }, claim) {
  console.log(`  offered at ${fix.word}: ${actions.join("; ")}`);
  console.log(`  fixed: ${fixed}`);
  claim(fixed.includes(fix.becomes), `the fix of ${fix.word} gives "${fixed}"`);
  console.log(`  renamed: ${renamed.map(({ file, newText }) => `${newText} (${file})`).join(", ")}`);
  for (const [file, text] of Object.entries(rename.becomes)) {
    claim(renamed.some((edit) => edit.file === file && edit.newText === text), `the renaming has no "${text}" in ${file}`);
  }
}

function checkCompletion({ typed, proposed }, labels, claim) {
  console.log(`  proposed for ${typed}: ${labels.slice(0, 8).join(", ")}`);
  for (const text of proposed) claim(labels.includes(text), `"${text}" is not proposed for ${typed}: ${labels}`);
}

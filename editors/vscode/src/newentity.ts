// A new entity by quick questions: its name, what it is, its name in the other language. What would be written is shown
// before it is.
import { l10n, window, type QuickPickItem, type TextEditor } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { apply, refuse } from "./changes";
import { ask } from "./client";
import { oneOf, TYPES } from "./words";

// In which a name is asked for; what other languages write is proposed by the server.
const ASKED = [
  { id: "ru", label: "Русский" },
  { id: "tr", label: "Türkçe" },
];
const LANGUAGES = [...ASKED, { id: "en", label: "English" }];

function labelOf(language: string): string {
  return LANGUAGES.find(({ id }) => id === language)?.label ?? language;
}

export async function newEntity(client: LanguageClient, editor: TextEditor): Promise<void> {
  const selected = editor.document.getText(editor.selection).trim();
  const said = await askWhatItIs(selected);
  if (!said) return;
  let first = await ask(client, "newEntity", editor, said);
  if (!first) return refuse(l10n.t("“{0}” is no name that can be added, or it is known already.", said.text));
  const forms = first.nominatives.map(({ text }) => text);
  // What was taken from the text as it stands there may be any form of the name.
  if (said.text === selected && (forms[0] !== selected || forms.length > 1)) {
    const form = await chooseOrType(l10n.t("The name, as in a dictionary: Сорокин, Sorokin"), forms);
    if (!form) return;
    said.text = form;
    first = (await ask(client, "newEntity", editor, said)) ?? first;
  }
  const spellings: { language: string; text: string }[] = [];
  for (const { id, label } of ASKED.filter(({ id }) => id !== said.language)) {
    const proposed = first.spellings.find(({ language }) => language === id)?.texts ?? [];
    const text = await chooseOrType(`${said.text}: ${label}`, proposed);
    if (text === undefined) return;
    spellings.push({ language: id, text });
  }
  const made = await ask(client, "newEntity", editor, { ...said, spellings });
  if (!made) return;
  const add = l10n.t("Add");
  const detail = [
    ...made.spellings.map(({ language, texts }) => `${labelOf(language)}: ${texts[0]}`),
    "",
    l10n.t("Forms: {0}", made.forms.join(", ")),
  ].join("\n");
  const chosen = await window.showInformationMessage(l10n.t("Add “{0}” to your names?", said.text), { modal: true, detail }, add);
  if (chosen !== add) return;
  if (made.refused) void window.showErrorMessage(made.refused);
  await apply(client, made.edit);
}

interface Said {
  text: string;
  language: string;
  type: string;
  gender?: string;
}

async function askWhatItIs(selected: string): Promise<Said | undefined> {
  const title = l10n.t("New name");
  const prompt = l10n.t("The name, as in a dictionary: Сорокин, Sorokin");
  const text = (await window.showInputBox({ title, value: selected, prompt }))?.trim();
  if (!text) return undefined;
  const isLatin = !/\p{Script=Cyrillic}/u.test(text);
  const likely = isLatin ? [...LANGUAGES.slice(1), ...LANGUAGES.slice(0, 1)] : LANGUAGES;
  const language = await pick(likely, l10n.t("In which language is it spelled so?"));
  const type = language && (await pick(TYPES.map((id) => ({ label: oneOf(id), id })), l10n.t("What is it?")));
  if (!type) return undefined;
  if (type.id !== "person") return { text, language: language.id, type: type.id };
  const genders = [{ label: l10n.t("A man"), id: "masculine" }, { label: l10n.t("A woman"), id: "feminine" }];
  const gender = await pick(genders, l10n.t("A man or a woman?"));
  return gender && { text, language: language.id, type: type.id, gender: gender.id };
}

async function pick<Item extends QuickPickItem>(items: Item[], title: string): Promise<Item | undefined> {
  return window.showQuickPick(items, { title });
}

// One of what is proposed, or what is typed instead.
function chooseOrType(title: string, proposed: string[]): Promise<string | undefined> {
  const choice = window.createQuickPick();
  choice.title = title;
  choice.placeholder = l10n.t("Choose a spelling, or type another");
  const offer = (typed: string): void => {
    const texts = typed && !proposed.includes(typed) ? [typed, ...proposed] : proposed;
    choice.items = texts.map((label) => ({ label }));
  };
  offer("");
  return new Promise((resolve) => {
    choice.onDidChangeValue((value) => offer(value.trim()));
    choice.onDidAccept(() => {
      resolve(choice.activeItems[0]?.label);
      choice.hide();
    });
    choice.onDidHide(() => {
      resolve(undefined);
      choice.dispose();
    });
    choice.show();
  });
}

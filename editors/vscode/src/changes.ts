// Commands that change texts or lists of names. The server works out the edit; it is made here, after the reader has seen
// what it does.
import { l10n, window, workspace, type TextDocument, type TextEditor } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import { PrepareRenameRequest, type LanguageClient } from "vscode-languageclient/node";
import { ask } from "./client";
import { noName } from "./places";

// What was not open, and the files of the project that nobody is changing, are saved, so that the server and other programs
// read what was made: VS Code itself saves only where several files change. A text in front of its reader is left to him.
export async function apply(client: LanguageClient, edit: WorkspaceEdit | null): Promise<boolean> {
  const converted = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (!converted) return false;
  const uris = converted.entries().map(([uri]) => uri);
  const ours = uris.filter((uri) => {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    return !open || (!open.isDirty && /\.(jsonl?|toml)$/.test(uri.path));
  });
  const done = await workspace.applyEdit(converted, { isRefactoring: true });
  // What VS Code has saved is left alone: who takes it back at once has it deleted, and a save would bring it back.
  const isOurs = (document: TextDocument) => ours.some((uri) => uri.toString() === document.uri.toString());
  const unsaved = workspace.textDocuments.filter((document) => document.isDirty && isOurs(document));
  if (done) for (const document of unsaved) await document.save();
  return done;
}

// The spelling at the cursor as a dictionary has it: in the text it may have an ending. None where it is not sure whose it is.
async function dictionaryForm(client: LanguageClient, editor: TextEditor): Promise<string | null> {
  const place = client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active);
  const prepared = await client.sendRequest(PrepareRenameRequest.type, place).catch(() => null);
  return prepared && "placeholder" in prepared ? prepared.placeholder : null;
}

// Another spelling in the whole project, in narration only.
export async function replaceSpelling(client: LanguageClient, editor: TextEditor): Promise<void> {
  const name = await ask(client, "counterparts", editor);
  if (!name) return noName();
  const text = await window.showInputBox({
    title: l10n.t("Replace this spelling in all your texts"),
    prompt: l10n.t("The new spelling, as in a dictionary. Grammatical endings are kept."),
    value: (await dictionaryForm(client, editor)) ?? name.text,
  });
  if (!text) return;
  const replacing = await ask(client, "replace", editor, { text });
  if (!replacing) return refuse(l10n.t("“{0}” cannot stand here: it is another name, or it is not sure whose name this is.", text));
  if (replacing.changed === 0) return refuse(replacing.summary);
  const replace = l10n.t("Replace");
  const question =
    replacing.changed === 1
      ? l10n.t("“{0}” becomes “{1}” in one place.", replacing.from, replacing.to)
      : l10n.t("“{0}” becomes “{1}” in {2} places.", replacing.from, replacing.to, replacing.changed);
  const chosen = await window.showInformationMessage(question, { modal: true, detail: replacing.summary }, replace);
  if (chosen === replace) await apply(client, replacing.edit);
}

// Which of those who bear the name is meant; of this place, or of the whole text.
export async function thisIs(client: LanguageClient, editor: TextEditor): Promise<void> {
  const [here, listed] = await Promise.all([ask(client, "explain", editor), ask(client, "entities", editor)]);
  if (!here || here.candidates.length === 0) return noName();
  const items = here.candidates.map((id) => {
    const known = listed?.entities.find((entity) => entity.id === id);
    return { label: known?.title ?? id, description: id, detail: known?.description ?? undefined, id };
  });
  const who = await window.showQuickPick(items, { title: l10n.t("“{0}” is…", here.surface), matchOnDetail: true });
  if (!who) return;
  const places = [
    { label: l10n.t("Here"), decision: "is" },
    { label: l10n.t("In this whole text"), decision: "is-in-file" },
  ];
  const where = await window.showQuickPick(places, { title: `${here.surface} = ${who.label}` });
  if (where) await decide(client, editor, { kind: where.decision, entity: who.id });
}

export async function notAName(client: LanguageClient, editor: TextEditor): Promise<void> {
  await decide(client, editor, { kind: "not-a-name" });
}

async function decide(client: LanguageClient, editor: TextEditor, decision: object): Promise<void> {
  const decided = await ask(client, "decide", editor, decision);
  if (!decided) return noName();
  await apply(client, decided.edit);
}

export async function refuse(why: string): Promise<void> {
  await window.showWarningMessage(why);
}

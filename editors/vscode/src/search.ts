// Looks for an entity by any of its names: those of this text, and what the server finds in the project, in whichever script.
import { commands, l10n, QuickPickItemKind, ThemeIcon, window, type QuickPick, type QuickPickItem } from "vscode";
import { WorkspaceSymbolRequest, type SymbolInformation } from "vscode-languageclient";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Entity } from "./answers";
import type { Names } from "./names";
import { goTo } from "./places";
import { counts, iconOf, otherNames } from "./words";

type Choice = QuickPickItem & { entity?: Entity; symbol?: SymbolInformation };

export async function chooseEntity(client: LanguageClient, names: Names): Promise<void> {
  const { current } = names;
  const here = (current?.entities ?? []).map(choiceOf);
  const choice = window.createQuickPick<Choice>();
  choice.title = l10n.t("Names of this text");
  choice.matchOnDetail = true;
  choice.items = here;
  choice.onDidChangeValue((query) => void find(client, choice, here, query));
  choice.onDidAccept(async () => {
    const [chosen] = choice.activeItems;
    choice.hide();
    if (chosen?.entity) await commands.executeCommand("onomast.goTo", current!.uri, chosen.entity.first);
    if (chosen?.symbol) await goTo(client, chosen.symbol.location);
  });
  choice.onDidHide(() => choice.dispose());
  choice.show();
}

function choiceOf(entity: Entity): Choice {
  const iconPath = new ThemeIcon(iconOf(entity.type));
  return { label: entity.title, description: counts(entity), detail: otherNames(entity), iconPath, entity };
}

// VS Code compares letter by letter and would not find Çiçerin by "cicerin"; the server does, and what it finds stays in the list.
async function find(client: LanguageClient, choice: QuickPick<Choice>, here: Choice[], query: string): Promise<void> {
  const answer = query.trim() ? await client.sendRequest(WorkspaceSymbolRequest.type, { query }) : [];
  if (choice.value !== query) return;
  const found = new Map((answer ?? []).map((symbol) => [symbol.name, symbol as SymbolInformation]));
  const ofText = here.map((one) => ({ ...one, alwaysShow: found.has(one.label) }));
  here.forEach(({ label }) => found.delete(label));
  const elsewhere = [...found.values()].map((symbol) => (
    { label: symbol.name, description: symbol.containerName, alwaysShow: true, symbol }));
  const line: Choice = { label: l10n.t("In the project"), kind: QuickPickItemKind.Separator };
  choice.items = elsewhere.length > 0 ? [...ofText, line, ...elsewhere] : ofText;
}

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
  // While what the server finds comes in, for a moment no row is the active one: then the reader means the one before.
  let active: Choice | undefined;
  choice.onDidChangeActive(([first]) => (active = first ?? active));
  choice.onDidAccept(async () => {
    const chosen = choice.activeItems[0] ?? active;
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
  const found = (answer ?? []) as SymbolInformation[];
  const isOf = (title: string) => (symbol: SymbolInformation) => [symbol.name, mainName(symbol)].includes(title);
  const ofText = here.map((one) => ({ ...one, alwaysShow: found.some(isOf(one.label)) }));
  const others = found.filter((symbol) => !here.some(({ label }) => isOf(label)(symbol)));
  const elsewhere = others.map((symbol) => (
    { label: symbol.name, description: symbol.containerName, alwaysShow: true, symbol }));
  const line: Choice = { label: l10n.t("In the project"), kind: QuickPickItemKind.Separator };
  choice.items = elsewhere.length > 0 ? [...ofText, line, ...elsewhere] : ofText;
}

// A symbol is called as it was found; before its count stands the main name, where that is another.
function mainName({ containerName = "" }: SymbolInformation): string | undefined {
  return containerName.split(" · ")[0];
}

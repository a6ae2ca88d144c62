// Looks for an entity of this text by any of its names, in any script; what is not in it is looked for in the project.
import { commands, l10n, ThemeIcon, window, type QuickPickItem } from "vscode";
import type { Entity } from "./answers";
import type { Names } from "./names";
import { counts, iconOf, otherNames } from "./words";

type Choice = QuickPickItem & { entity?: Entity };

export async function chooseEntity(names: Names): Promise<void> {
  const { current } = names;
  const inProject: Choice = { label: l10n.t("Look in the whole project…"), iconPath: new ThemeIcon("search"), alwaysShow: true };
  const choices: Choice[] = (current?.entities ?? []).map((entity) => ({
    label: entity.title,
    description: counts(entity),
    detail: otherNames(entity),
    iconPath: new ThemeIcon(iconOf(entity.type)),
    entity,
  }));
  const title = l10n.t("Names of this text");
  const chosen = await window.showQuickPick([...choices, inProject], { title, matchOnDetail: true });
  if (chosen === inProject) await commands.executeCommand("workbench.action.showAllSymbols");
  if (chosen?.entity) await commands.executeCommand("onomast.goTo", current!.uri, chosen.entity.first);
}

// A line among the language's own in the status bar: how many names there are, and of which gazetteer.
import { l10n, languages, type Disposable } from "vscode";
import { SELECTOR } from "./languages";
import type { Names } from "./names";

export function showStatus(names: Names): Disposable {
  const item = languages.createLanguageStatusItem("onomast.status", SELECTOR);
  item.name = "Onomast";
  item.text = "Onomast";
  item.command = { title: l10n.t("What is in force"), command: "onomast.status" };
  names.onDidChange(() => {
    const { current } = names;
    item.text = current ? l10n.t("{0} names, {1} of them different", current.mentions, current.entities.length) : "Onomast";
    item.detail = current && current.ambiguous > 0 ? l10n.t("{0} may mean several", current.ambiguous) : undefined;
  });
  return item;
}

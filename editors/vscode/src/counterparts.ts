// The same name in the other language: where it stands, or how it is spelled.
import { env, l10n, window, workspace, type QuickPickItem, type TextEditor } from "vscode";
import type { Location } from "vscode-languageclient";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Counterpart } from "./answers";
import { ask } from "./client";
import { goTo } from "./places";

type Choice = QuickPickItem & { spelling: string; place?: Location };

export async function goToCounterpart(client: LanguageClient, editor: TextEditor): Promise<void> {
  const answer = await ask(client, "counterparts", editor);
  const choices = (answer?.counterparts ?? []).flatMap((counterpart) => choicesOf(client, counterpart));
  if (choices.length === 0) {
    window.setStatusBarMessage(l10n.t("No counterpart is known"), 4000);
    return;
  }
  const title = l10n.t("“{0}” in another language", answer!.text);
  const chosen = await window.showQuickPick(choices, { title, matchOnDescription: true });
  if (chosen?.place) return goTo(client, chosen.place);
  if (chosen) await env.clipboard.writeText(chosen.spelling);
}

function choicesOf(client: LanguageClient, { entity, language, text, form, places }: Counterpart): Choice[] {
  const spelling = form ?? text;
  const row = { label: spelling, description: language, spelling };
  if (places.length === 0) return [{ ...row, detail: l10n.t("{0}: stands in no text; choose it to copy", entity) }];
  return places.map((place) => {
    const file = workspace.asRelativePath(client.protocol2CodeConverter.asUri(place.uri));
    return { ...row, detail: `${file}:${place.range.start.line + 1}`, place };
  });
}

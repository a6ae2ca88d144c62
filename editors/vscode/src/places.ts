// Goes to places that the server names, and says that there is none.
import { l10n, Range, Selection, TextEditorRevealType, window, workspace } from "vscode";
import type { Location } from "vscode-languageclient";
import type { LanguageClient } from "vscode-languageclient/node";

export async function goTo(client: LanguageClient, { uri, range }: Location): Promise<void> {
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
  const { start, end } = range;
  const selection = new Selection(start.line, start.character, start.line, start.character);
  const editor = await window.showTextDocument(document, { selection, preview: true });
  const shown = new Range(start.line, start.character, end.line, end.character);
  editor.revealRange(shown, TextEditorRevealType.InCenterIfOutsideViewport);
}

export function noName(): void {
  window.setStatusBarMessage(l10n.t("No name stands here"), 4000);
}

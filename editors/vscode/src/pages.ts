// Pages to read: the text of the server as a document, which VS Code's own Markdown preview shows.
import { commands, EventEmitter, Uri, ViewColumn, window, workspace, type Disposable } from "vscode";

const SCHEME = "onomast";

export interface Pages extends Disposable {
  markdown(title: string, text: string): Promise<void>;
  plain(title: string, text: string): Promise<void>;
}

export function registerPages(): Pages {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && texts.delete(uri.path));
  const put = (title: string, extension: string, text: string): Uri => {
    const uri = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll("/", "∕")}.${extension}` });
    texts.set(uri.path, text);
    changed.fire(uri);
    return uri;
  };
  return {
    markdown: async (title, text) => {
      await commands.executeCommand("markdown.showPreviewToSide", put(title, "md", text));
    },
    plain: async (title, text) => {
      const document = await workspace.openTextDocument(put(title, "txt", text));
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
    },
    dispose: () => [provider, closed, changed].forEach((one) => one.dispose()),
  };
}

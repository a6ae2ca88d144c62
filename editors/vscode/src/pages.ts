// Pages to read: the text of the server as a document, which VS Code's own Markdown preview shows.
import { commands, EventEmitter, Uri, workspace, type Disposable } from "vscode";

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
  const markdown = async (title: string, text: string): Promise<void> => {
    const uri = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll("/", "∕")}.md` });
    texts.set(uri.path, text);
    changed.fire(uri);
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  };
  return {
    markdown,
    // Here long lines are wrapped, as they are not in an editor of plain text.
    plain: (title, text) => markdown(title, `~~~~\n${text}\n~~~~\n`),
    dispose: () => [provider, closed, changed].forEach((one) => one.dispose()),
  };
}

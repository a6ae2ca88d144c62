// The client of the protocol, and how the server is asked for more than the protocol has.
import { workspace, type LogOutputChannel, type TextEditor, type Uri } from "vscode";
import { ExecuteCommandRequest, LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { Commands } from "./answers";
import { SELECTOR } from "./languages";
import { askOn } from "./proposals";

// `onNews` is called when the server is asked for findings: that is, when a text, a gazetteer, a decision or a setting has changed.
export function createClient(command: string, log: LogOutputChannel, onNews: () => void): LanguageClient {
  return new LanguageClient(
    "onomast",
    "Onomast",
    { command, args: ["lsp"], transport: TransportKind.stdio }, // which adds --stdio
    {
      documentSelector: SELECTOR,
      outputChannel: log,
      // VS Code's own JSON server reads gazetteers by the schema in this package.
      initializationOptions: { ...workspace.getConfiguration("onomast"), jsonSchema: true },
      middleware: {
        ...askOn(),
        provideDiagnostics: (document, previous, token, next) => {
          onNews();
          return next(document, previous, token);
        },
      },
      synchronize: { configurationSection: "onomast" },
    },
  );
}

// Asks about a document, and where there is an editor about the place of its cursor.
export async function ask<Name extends keyof Commands>(
  client: LanguageClient,
  name: Name,
  at: TextEditor | Uri,
  more: object = {},
): Promise<Commands[Name] | null> {
  if (!client.isRunning()) return null;
  const argument = "document" in at
    ? client.code2ProtocolConverter.asTextDocumentPositionParams(at.document, at.selection.active)
    : { textDocument: { uri: client.code2ProtocolConverter.asUri(at) } };
  const command = `onomast.server.${name}`;
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [{ ...argument, ...more }] });
}

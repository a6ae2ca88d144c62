// The commands of the palette. Each asks the server, or opens what VS Code has for it.
import { commands, env, l10n, Uri, window, type Disposable, type LogOutputChannel, type TextEditor } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Range as ProtocolRange } from "vscode-languageclient";
import type { Commands } from "./answers";
import { notAName, replaceSpelling, thisIs } from "./changes";
import { ask } from "./client";
import { goToCounterpart } from "./counterparts";
import type { Node } from "./entities";
import type { Names } from "./names";
import { newEntity } from "./newentity";
import type { Pages } from "./pages";
import { goTo, noName } from "./places";
import { chooseEntity } from "./search";

export interface Surroundings {
  client: LanguageClient;
  names: Names;
  pages: Pages;
  log: LogOutputChannel;
}

export function registerCommands(around: Surroundings): Disposable[] {
  const { client, names, pages, log } = around;
  const inEditor = (run: (editor: TextEditor) => Promise<unknown>) => async () => {
    const editor = window.activeTextEditor;
    if (editor) await run(editor);
  };
  const all: Record<string, (...parameters: never[]) => unknown> = {
    nextMention: inEditor((editor) => step(client, "nextMention", editor)),
    previousMention: inEditor((editor) => step(client, "previousMention", editor)),
    counterpart: inEditor((editor) => goToCounterpart(client, editor)),
    showEntity: (node?: Node) => showEntity(around, node),
    findEntity: () => chooseEntity(client, names),
    showEntities: () => commands.executeCommand("onomast.entities.focus"),
    goTo: (uri: string, range: ProtocolRange) => goTo(client, { uri, range }),
    replaceSpelling: inEditor((editor) => replaceSpelling(client, editor)),
    rename: () => commands.executeCommand("editor.action.rename"),
    newEntity: inEditor((editor) => newEntity(client, editor)),
    thisIs: inEditor((editor) => thisIs(client, editor)),
    notAName: inEditor((editor) => notAName(client, editor)),
    explain: inEditor(async (editor) => {
      const answer = await ask(client, "explain", editor);
      if (!answer) return noName();
      await pages.plain(answer.surface, answer.text);
    }),
    status: async () => {
      const uri = window.activeTextEditor?.document.uri ?? Uri.parse("untitled:none");
      const answer = await ask(client, "status", uri);
      if (answer) await pages.plain(l10n.t("What is in force"), answer.text);
    },
    copyId: (node: Node) => "entity" in node && env.clipboard.writeText(node.entity.id),
    restart: async () => {
      await client.restart();
      await names.refresh();
    },
    log: () => log.show(),
  };
  return Object.entries(all).map(([name, run]) => commands.registerCommand(`onomast.${name}`, run));
}

// Off a name there is nobody to follow: to the next name, whosever it is.
async function step(client: LanguageClient, command: "nextMention" | "previousMention", editor: TextEditor) {
  const to: Commands["nextMention"] | null =
    (await ask(client, command, editor)) ?? (await ask(client, command, editor, { any: true }));
  if (!to) return noName();
  await goTo(client, to);
  window.setStatusBarMessage(`${to.title}  ${to.index}/${to.count}`, 4000);
}

async function showEntity({ client, pages }: Surroundings, node?: Node) {
  const editor = window.activeTextEditor;
  const page = node && "entity" in node
    ? await ask(client, "showEntity", Uri.parse(node.uri), { entity: node.entity.id })
    : editor && (await ask(client, "showEntity", editor));
  if (!page) return noName();
  await pages.markdown(page.title, page.markdown);
}

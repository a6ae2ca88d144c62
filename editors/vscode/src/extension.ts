// Starts the server for the texts that are opened, and shows what it knows. Everything that is known of names is the
// server's; see docs/protocol.md.
import { commands, EventEmitter, window, type ExtensionContext } from "vscode";
import { createClient } from "./client";
import { registerCommands } from "./commands";
import { registerEntitiesView } from "./entities";
import { Names } from "./names";
import { registerPages } from "./pages";
import { complain, findServer } from "./server";
import { showStatus } from "./status";

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Onomast", { log: true });
  context.subscriptions.push(log);
  const server = await findServer(context);
  if ("problem" in server) {
    log.error(server.problem);
    return complain(server);
  }
  log.info(`${server.version}: ${server.path}`);
  const news = new EventEmitter<void>();
  const client = createClient(server.path, log, () => news.fire());
  const names = new Names(client, news.event);
  const pages = registerPages();
  context.subscriptions.push(
    news,
    names,
    pages,
    registerEntitiesView(names),
    showStatus(names),
    ...registerCommands({ client, names, pages, log }),
    { dispose: () => void client.stop() },
  );
  await client.start();
  void names.refresh();
  // Commands and keys appear with the server, and those that change something where it has them.
  await commands.executeCommand("setContext", "onomast.active", true);
  for (const command of client.initializeResult?.capabilities.executeCommandProvider?.commands ?? []) {
    const [, name] = command.split("onomast.server.");
    if (name) await commands.executeCommand("setContext", `onomast.has.${name}`, true);
  }
}

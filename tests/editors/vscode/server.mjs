// Which server is run: never one that a workspace names, be it trusted or not; and what is said where there is none.
import fs from "node:fs";
import path from "node:path";
import { PATIENCE } from "./code.mjs";

// A folder that nobody has said to trust, with settings that name a program of its own and a project that looks for names.
export async function checkUntrusted(code, window, { file, text, finding, card, line }, claim, picture) {
  const folder = path.join(code.home, "stranger");
  const program = path.join(folder, "onomast"), wasRun = path.join(folder, "was-run");
  fs.mkdirSync(path.join(folder, ".vscode"), { recursive: true });
  fs.writeFileSync(program, `#!/bin/sh\ntouch ${wasRun}\n`, { mode: 0o755 });
  fs.writeFileSync(path.join(folder, ".vscode", "settings.json"), JSON.stringify({ "onomast.server.path": program }));
  fs.writeFileSync(path.join(folder, file), text);
  for (const isTrusted of [false, true]) {
    code.set("User", { "security.workspace.trust.enabled": !isTrusted, "security.workspace.trust.startupPrompt": "never" });
    await code.show(folder);
    await window.open(file);
    const restricted = window.page.locator(".statusbar-item", { hasText: "Restricted Mode" });
    if (!isTrusted) await restricted.waitFor({ timeout: PATIENCE });
    await window.page.locator(".squiggly-warning").first().waitFor({ timeout: PATIENCE });
    await window.card(path.join(folder, file), finding, card);
    await window.page.keyboard.press("Alt+n");
    await window.at(line);
    claim((await restricted.count()) === (isTrusted ? 0 : 1), `restricted, and trusted: ${isTrusted}`);
    claim(!fs.existsSync(wasRun), `a program of the workspace was run; trusted: ${isTrusted}`);
    const boxes = await window.page.locator(".view-overlays .unicode-highlight").count();
    claim(boxes === 0, `${boxes} letters have a box around them; trusted: ${isTrusted}`);
    if (!isTrusted) await picture("restricted");
  }
  console.log("  a program that the workspace names is not run, trusted or not; names are found in both");
}

// The window begins anew with a path that leads nowhere. The button leads to the setting.
export async function checkMissing(code, window, articles, { file }, claim) {
  code.set("Machine", { "onomast.server.path": "/no/such/onomast" });
  await code.show(articles);
  await window.open(file);
  const message = window.page.locator(".notification-toast", { hasText: "/no/such/onomast" });
  await message.waitFor({ timeout: PATIENCE });
  console.log(`  ${(await message.innerText()).replaceAll("\n", " ")}`);
  await message.getByText("Open Setting").click();
  const setting = window.page.locator(".settings-editor .setting-item-contents", { hasText: "Server: Path" }).first();
  await setting.waitFor({ timeout: PATIENCE });
  claim((await setting.locator("input").inputValue()) === "/no/such/onomast", "the setting is not the one that is wrong");
}

// Starts the server and hands it the texts and gazetteers that are opened. Everything else is the server's.
const { execFile } = require("node:child_process");
const { promisify } = require("node:util");
const { commands, window, workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const SETTING = "onomast.server.path";
let client;

exports.activate = async () => {
  const command = workspace.getConfiguration().get(SETTING) || "onomast";
  try {
    await promisify(execFile)(command, ["--version"], { timeout: 10_000 });
  } catch (error) {
    return complain(command, error);
  }
  const languages = ["plaintext", "markdown", "xml", "html", "latex", "tex", "bibtex"];
  const texts = languages.map((language) => ({ scheme: "file", language }));
  // The last is the built-in gazetteer, which a definition opens.
  const names = ["**/*.gazetteer.json", "**/gazetteer/*.json", "**/onomast/builtin-*/*.json"];
  const gazetteers = names.map((pattern) => ({ scheme: "file", pattern }));
  client = new LanguageClient(
    "onomast",
    "Onomast",
    { command, args: ["lsp"], transport: TransportKind.stdio }, // which adds --stdio
    { documentSelector: [...texts, ...gazetteers], synchronize: { configurationSection: "onomast" } },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();

function complain(command, error) {
  const why = error.code === "ENOENT" ? "was not found" : `does not start (${error.message})`;
  const what = "Build it with \"cargo build --release\", put the full path of target/release/onomast into the setting";
  window.showErrorMessage(`Onomast: the server "${command}" ${why}. ${what}, and reload the window.`, "Open Setting")
    .then((chosen) => chosen && commands.executeCommand("workbench.action.openSettings", SETTING));
}

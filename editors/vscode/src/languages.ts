// For which documents the server is started. The list is also that of `activationEvents`.
import type { TextDocument } from "vscode";

export const LANGUAGES = ["plaintext", "markdown", "xml", "html", "latex", "tex", "bibtex"];

// Saved or not yet.
const texts = LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language })));

// What a project is made of, whatever VS Code takes it for. The last is the built-in gazetteer, which a definition opens.
const names = ["*.gazetteer.json", "gazetteer/*.json", "onomast.toml", "onomast.decisions.jsonl", "onomast/builtin-*/*.json"];
const projectFiles = names.map((name) => ({ scheme: "file", pattern: `**/${name}` }));

export const SELECTOR = [...texts, ...projectFiles];

export function isText(document: TextDocument): boolean {
  return texts.some(({ scheme, language }) => document.uri.scheme === scheme && document.languageId === language);
}
